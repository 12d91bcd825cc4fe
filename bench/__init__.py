"""What the platform costs beside the bare libraries it stands on, as ratios measured side by side."""
