// hoicho-matching: the matching service alone, on a Kafka cluster.
#include "matching/service/spec.h"
#include "runtime/program/service_main.h"

int main(int argc, char** argv) { return hoicho::runtime::service_main(hoicho::matching::spec(), argc, argv); }
