"""How often each option takes each rank over all that is uncertain."""
