"""A user's mistake: one line that says what, where and how to mend it."""


class UserError(Exception):
    """A mistake that the user can mend; its message is all that is shown, and the exit code is 2."""
