"""A Monday: what is done in a minute between two other things, each as a task over any screen."""
