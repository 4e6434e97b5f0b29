"""Carries every arrow of the main line: the steps, the Prefect flows, the command line."""
