"""What dominates what, and which options can be first at all: needs NumPy and HiGHS."""
