import json
import unittest

from tests.support import Tally


class Promises(unittest.TestCase):
    def setUp(self):
        self.tally = Tally("7.1")
        self.addCleanup(self.tally.stop)
        self.tally.wait()

    def test_it_is_healthy(self):
        self.assertEqual(self.tally.get("/healthz"), (200, "ok"))

    def test_three_visits(self):
        seen = [json.loads(self.tally.get("/")[1]) for _ in range(3)]
        self.assertEqual([s["visits"] for s in seen], [1, 2, 3])
        self.assertEqual({s["version"] for s in seen}, {"7.1"})

    def test_metrics_follow_the_visits(self):
        def total():
            for line in self.tally.get("/metrics")[1].splitlines():
                if line.startswith('tally_requests_total{code="200"} '):
                    return float(line.split()[-1])
            self.fail("there is no tally_requests_total for 200")
        for _ in range(4):
            self.tally.get("/")
        first = total()
        for _ in range(4):
            self.tally.get("/")
        self.assertGreaterEqual(total(), first + 4)


if __name__ == "__main__":
    unittest.main()
