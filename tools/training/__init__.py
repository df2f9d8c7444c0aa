"""What tools/train.py makes its training lines from."""
