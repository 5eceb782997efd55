"""Extensions of other programs: each needs that program, which an extra of the package installs."""
