"""What a decision analyst would say of a case that is formally valid: the rules PS4xx.

Each theme is a module with its checks; `checks.py` lists them all.
"""
