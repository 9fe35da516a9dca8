"""How good a reading is: accuracy, agreement, calibration and the track records of rules."""
