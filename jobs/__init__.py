"""What happens by the clock; each job finds due rows and claims them, so a missed tick neither loses nor doubles."""
