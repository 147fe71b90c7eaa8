"""How a lease's account looks, to whoever may see it: what is owed, what went where, how each amount came about."""
