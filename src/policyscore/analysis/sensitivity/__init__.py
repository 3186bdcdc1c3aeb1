"""How far each weight and each judgement is from a different answer, exactly."""
