"""JSON Schemas of a case's files, for editors that complete and check them while they are typed.

`json_schema.py` has the schemas that fit every case; `case_schemas.py` makes those that know the
ids of one case. `facts.py` says what goes into them and `staleness.py` whether written ones still
hold; neither imports what makes JSON Schema of models, which takes longer than reading a case.
"""
