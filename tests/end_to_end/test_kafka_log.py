"""The contract that every log keeps, tried on a real broker; and what a broker that does not answer does to our threads."""

import os

from broker import Broker, why_no_broker
from hoicho import EndToEnd, Paths, main, run

CONTRACT_PARTITIONS = 4
CONTRACT_SECONDS_MAX = 600


class KafkaLog(EndToEnd):
    def test_the_contract_on_a_real_broker(self):
        broker = Broker(self.folder / "kafka", CONTRACT_PARTITIONS)
        self.addCleanup(broker.stop)
        told = os.environ | {"HOICHO_TEST_KAFKA": broker.bootstrap, "HOICHO_TEST_KAFKA_PID": str(broker.pid)}
        shown = run(Paths.bin / "hoicho_contract_log_test", "--gtest_filter=*Kafka*", seconds=CONTRACT_SECONDS_MAX, env=told)
        self.assertIn("NoThreadSpinsWhileTheBrokerDoesNotAnswer", shown.stdout)
        self.assertNotIn("SKIPPED", shown.stdout)


if __name__ == "__main__":
    main(why_no_broker)
