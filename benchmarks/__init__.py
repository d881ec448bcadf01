"""What it costs, as ratios against the peers: `python -m benchmarks`, from the project's root."""
