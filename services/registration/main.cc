// hoicho-registration: the registration service alone, on a Kafka cluster.
#include "registration/service/spec.h"
#include "runtime/program/service_main.h"

int main(int argc, char** argv) { return hoicho::runtime::service_main(hoicho::registration::spec(), argc, argv); }
