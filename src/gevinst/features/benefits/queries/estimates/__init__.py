"""What an estimate is judged by and fed from."""
