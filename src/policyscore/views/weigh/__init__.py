"""The screens of an interview about weights."""
