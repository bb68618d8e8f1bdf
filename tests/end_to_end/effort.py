# How much of what a test could do it does, in percent of the usual: builds with
# sanitizers, ten times as slow, do less of the same. tests/support/effort.h is
# this for tests in C++.
import os

EFFORT = int(os.environ.get("BROADSHEET_TEST_EFFORT", 100))
