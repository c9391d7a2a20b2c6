// Wraps prometheus-cpp, so that no other room sees its headers.
#include "runtime/telemetry/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>

namespace hoicho::runtime::telemetry {
namespace {

class CounterHandle final : public Counter {
  public:
    explicit CounterHandle(prometheus::Counter& counter) : counter_{counter} {}
    void increment(double by) override { counter_.Increment(by); }
    double value() const override { return counter_.Value(); }

  private:
    prometheus::Counter& counter_;
};

class GaugeHandle final : public Gauge {
  public:
    explicit GaugeHandle(prometheus::Gauge& gauge) : gauge_{gauge} {}
    void set(double value) override { gauge_.Set(value); }
    void add(double by) override { gauge_.Increment(by); }
    double value() const override { return gauge_.Value(); }

  private:
    prometheus::Gauge& gauge_;
};

class HistogramHandle final : public Histogram {
  public:
    explicit HistogramHandle(prometheus::Histogram& histogram) : histogram_{histogram} {}
    void observe(double value) override { histogram_.Observe(value); }

  private:
    prometheus::Histogram& histogram_;
};

using Key = std::pair<std::string, Labels>;

/// The kept handle of that key, made by `make` the first time.
template <class Handle, class Make>
Handle& kept(std::map<Key, std::unique_ptr<Handle>>& handles, const std::string& name, const Labels& labels,
             Make make) {
    auto& handle = handles[{name, labels}];
    try {
        if (!handle) handle = std::make_unique<Handle>(make());
    } catch (...) {
        handles.erase({name, labels});
        throw;
    }
    return *handle;
}

}  // namespace

struct Metrics::Inside {
    prometheus::Registry registry;
    std::mutex mutex;
    std::map<Key, std::unique_ptr<CounterHandle>> counters;
    std::map<Key, std::unique_ptr<GaugeHandle>> gauges;
    std::map<Key, std::unique_ptr<HistogramHandle>> histograms;
};

const std::vector<double>& latency_buckets_seconds() {
    static const std::vector<double> bounds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                            0.05,   0.1,     0.25,   0.5,   1,      2.5,   5,    10};
    return bounds;
}

Metrics::Metrics() : inside_{std::make_unique<Inside>()} {}
Metrics::~Metrics() = default;

Counter& Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
    const std::lock_guard lock{inside_->mutex};
    return kept(inside_->counters, name, labels, [&]() -> prometheus::Counter& {
        return prometheus::BuildCounter().Name(name).Help(help).Register(inside_->registry).Add(labels);
    });
}

Gauge& Metrics::gauge(const std::string& name, const std::string& help, const Labels& labels) {
    const std::lock_guard lock{inside_->mutex};
    return kept(inside_->gauges, name, labels, [&]() -> prometheus::Gauge& {
        return prometheus::BuildGauge().Name(name).Help(help).Register(inside_->registry).Add(labels);
    });
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help, const Labels& labels,
                              const std::vector<double>& bounds) {
    const std::lock_guard lock{inside_->mutex};
    return kept(inside_->histograms, name, labels, [&]() -> prometheus::Histogram& {
        return prometheus::BuildHistogram().Name(name).Help(help).Register(inside_->registry).Add(labels, bounds);
    });
}

std::string Metrics::exposition() const { return prometheus::TextSerializer{}.Serialize(inside_->registry.Collect()); }

Metrics& metrics() {
    static Metrics all;
    return all;
}

}  // namespace hoicho::runtime::telemetry
