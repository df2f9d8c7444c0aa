"""Copies of what is gone."""
