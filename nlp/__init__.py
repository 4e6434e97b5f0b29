"""Reads a text: its language, places, venues, signs, needs and voice, each with its reasons."""
