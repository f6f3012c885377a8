"""What watches over a run: rejects, outcome, progress, release."""
