"""The mathematics of sets of weights: what ranges and an order allow, and their middle."""
