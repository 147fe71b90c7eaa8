"""Forms: questions one after another, looked over and saved; what a form is, how it runs and how it looks."""
