"""What can be done with the register: benefits, their steps, what robots cost."""
