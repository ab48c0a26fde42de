"""Measurements of `backprop` beside others, side by side in one run. Run: python -m bench"""
