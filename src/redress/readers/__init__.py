"""Bytes -> readings. Pure functions of the bytes; casework runs them in the bounded child."""
