// Counters, gauges and histograms by name, in the form Prometheus reads.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hoicho::runtime::telemetry {

using Labels = std::map<std::string, std::string>;

/// Handles are looked up once and kept: after that a change is a few atomic steps. They live as long as their Metrics.
class Counter {
  public:
    virtual ~Counter() = default;
    virtual void increment(double by = 1) = 0;  ///< `by` >= 0
    virtual double value() const = 0;
};

class Gauge {
  public:
    virtual ~Gauge() = default;
    virtual void set(double value) = 0;
    virtual void add(double by) = 0;
    virtual double value() const = 0;
};

class Histogram {
  public:
    virtual ~Histogram() = default;
    virtual void observe(double value) = 0;
};

/// Upper bounds in seconds for latencies: 100 us to 10 s.
const std::vector<double>& latency_buckets_seconds();

/// A set of metrics. Any thread may use it and its handles.
/// The same name and labels give the same handle; a name used for two kinds, or one that Prometheus does not allow,
/// throws std::invalid_argument: a mistake in the program, not in its input.
class Metrics {
  public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
    Gauge& gauge(const std::string& name, const std::string& help, const Labels& labels = {});
    /// @param bounds ascending upper bounds of the buckets; those of the first call for a name and labels count
    Histogram& histogram(const std::string& name, const std::string& help, const Labels& labels = {},
                         const std::vector<double>& bounds = latency_buckets_seconds());

    /// All metrics as the text exposition format 0.0.4.
    std::string exposition() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The metrics of this process.
Metrics& metrics();

}  // namespace hoicho::runtime::telemetry
