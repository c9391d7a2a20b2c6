// hoicho-scheduling: the scheduling service alone, on a Kafka cluster.
#include "scheduling/service/spec.h"
#include "runtime/program/service_main.h"

int main(int argc, char** argv) { return hoicho::runtime::service_main(hoicho::scheduling::spec(), argc, argv); }
