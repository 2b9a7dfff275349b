"""Read what an article says that a person is: each way of saying it in a module of its own."""
