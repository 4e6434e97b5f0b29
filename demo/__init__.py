"""An invented world and the small web server that shows it: what `make demo` crawls.

Only `demo.score` reads the truth.
"""
