"""The model's trained network, computed in whole columns of numpy instead of token by token."""
