// Typed tables in memory, where a partition's live state lies: Rows for things with dense ids, Keyed for everything else.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kernel/check.h"
#include "kernel/codec.h"
#include "kernel/large_pages.h"
#include "kernel/tracking.h"

namespace hoicho {

/// Whether a table's rows go to the store, or are derived from other rows after loading (State::index).
enum class Kept : std::uint8_t { stored, derived };

/// The tables of one organiser in one partition. Each table registers itself here; nothing is moved afterwards.
class Tables {
  public:
    explicit Tables(Tracking& tracking) : tracking_{&tracking} {}
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    void add(TableBase& table) { tables_.push_back(&table); }
    const std::vector<TableBase*>& all() const { return tables_; }
    Tracking& tracking() const { return *tracking_; }
    TableBase* find(std::string_view name) const {
        for (auto* table : tables_)
            if (table->name() == name) return table;
        return nullptr;
    }

  private:
    Tracking* tracking_;
    std::vector<TableBase*> tables_;
};

/// A key whose last field counts things that are used together (the slots of a party, say) may give its other fields and that one apart, so
/// that four neighbours share a group of the hash table and with it a cache line: `auto near_key(const Key&) -> std::pair<Rest, std::uint32_t>`.
template <class Key>
concept HasNeighbours = requires(const Key& key) { near_key(key); };

/// Hash of a key made of integers, enums and byte arrays.
template <class Key>
struct KeyHash {
    using is_avalanching = void;
    std::size_t operator()(const Key& key) const noexcept {
        if constexpr (HasNeighbours<Key>) {
            const auto [rest, at] = near_key(key);
            return static_cast<std::size_t>((mix(stir(seed_, at >> 2), rest) & ~std::uint64_t{3}) | (at & 3));
        } else {
            return static_cast<std::size_t>(mix(seed_, key));
        }
    }

  private:
    static constexpr std::uint64_t seed_ = 0x9e3779b97f4a7c15ULL;
    static std::uint64_t stir(std::uint64_t seed, std::uint64_t word) {
        seed = (seed ^ word) * 0xff51afd7ed558ccdULL;
        return seed ^ seed >> 32;
    }
    template <class T>
    static std::uint64_t mix(std::uint64_t seed, const T& value) {
        if constexpr (codec::Plain<T>) {
            return stir(seed, static_cast<std::uint64_t>(value));
        } else if constexpr (std::same_as<T, std::string>) {
            return stir(seed, std::hash<std::string>{}(value));
        } else if constexpr (codec::IsBytes<T>::value) {
            for (std::size_t at = 0; at < value.size(); at += 8) {
                std::uint64_t word = 0;
                std::memcpy(&word, value.data() + at, std::min<std::size_t>(8, value.size() - at));
                seed = stir(seed, word);
            }
            return seed;
        } else {
            boost::pfr::for_each_field(value, [&seed](const auto& field) { seed = mix(seed, field); });
            return seed;
        }
    }
};

/// Undo list, dirty rows and bytes: what Rows and Keyed share. `Storage` is the concrete table.
template <class Storage, class Key, class Row>
class TrackedTable : public TableBase {
  public:
    std::string_view name() const final { return name_; }

    void undo_last() final {
        auto& [key, before] = unconfirmed_.back();
        self().restore(key, std::move(before));
        unconfirmed_.pop_back();
    }

    void confirm_first() final {
        mark_dirty(unconfirmed_.front().first);
        unconfirmed_.pop_front();
    }

    /// The row as of the last final write: what stood there before the oldest unconfirmed write, if there is one.
    void drain_changes(const RowSink& sink) final {
        if (dirty_.empty()) return;
        boost::unordered_flat_map<Key, const std::optional<Row>*, KeyHash<Key>> before;
        for (const auto& [key, row] : unconfirmed_) before.try_emplace(key, &row);
        for (const auto& key : dirty_) {
            const auto older = before.find(key);
            const Row* row = older == before.end() ? self().find(key) : older->second->has_value() ? &**older->second : nullptr;
            emit(sink, key, row);
        }
        dirty_.clear();
    }

    bool load(std::string_view key_bytes, std::string_view row_bytes) final {
        Key key{};
        Row row{};
        if (!codec::get_key(key_bytes, key) || !codec::get(row_bytes, row) || !key_bytes.empty() || !row_bytes.empty())
            return false;
        self().restore(key, std::move(row));
        return true;
    }

    void add_to(Digest& digest, std::string_view scope) const final {
        std::string key_bytes, row_bytes;
        self().for_each([&](const Key& key, const Row& row) {
            key_bytes.assign(scope).push_back('\0');
            row_bytes.clear();
            codec::put_key(key_bytes, key);
            codec::put(row_bytes, row);
            digest.add_row(name_, key_bytes, row_bytes);
        });
    }

    bool contains(const Key& key) const { return self().find(key) != nullptr; }

  protected:
    TrackedTable(Tables& tables, std::string_view name, Kept kept) : tracking_{&tables.tracking()}, name_{name}, kept_{kept} {
        invariant(name.size() == 2, "a table's name has two letters");
        tables.add(*this);
    }

    /// Every write goes through here, before it happens.
    void about_to_change(const Key& key) {
        if (tracking_->undoable()) {
            const Row* row = self().find(key);
            unconfirmed_.emplace_back(key, row ? std::optional<Row>{*row} : std::nullopt);
            tracking_->wrote(*this);
        } else {
            mark_dirty(key);
        }
    }

  private:
    Storage& self() { return static_cast<Storage&>(*this); }
    const Storage& self() const { return static_cast<const Storage&>(*this); }

    void mark_dirty(const Key& key) {
        if (tracking_->stored() && kept_ == Kept::stored) dirty_.insert(key);
    }

    static void emit(const RowSink& sink, const Key& key, const Row* row) {
        thread_local std::string key_bytes, row_bytes;
        key_bytes.clear();
        row_bytes.clear();
        codec::put_key(key_bytes, key);
        if (row) codec::put(row_bytes, *row);
        sink(key_bytes, row != nullptr, row_bytes);
    }

    Tracking* tracking_;
    std::string_view name_;
    Kept kept_;
    std::deque<std::pair<Key, std::optional<Row>>> unconfirmed_;
    boost::unordered_flat_set<Key, KeyHash<Key>> dirty_;
};

/// Things with dense ids 1, 2, 3, …: `Id` is an enum class over std::uint32_t.
template <class Id, class Row>
class Rows final : public TrackedTable<Rows<Id, Row>, Id, Row> {
    using Base = TrackedTable<Rows<Id, Row>, Id, Row>;

  public:
    Rows(Tables& tables, std::string_view name, Kept kept = Kept::stored) : Base{tables, name, kept} {}

    /// The id the next new thing of this kind gets: one order of commands makes that the same everywhere.
    std::uint32_t next_id() const { return static_cast<std::uint32_t>(rows_.size()) + 1; }
    std::size_t size() const { return present_; }

    const Row* find(Id id) const {
        const auto at = static_cast<std::size_t>(id);
        return at == 0 || at > rows_.size() || !rows_[at - 1] ? nullptr : &*rows_[at - 1];
    }

    void put(Id id, Row row) {
        this->about_to_change(id);
        restore(id, std::move(row));
    }

    /// The row of an id known to be there, to be changed in place.
    Row& edit(Id id) {
        this->about_to_change(id);
        auto* row = const_cast<Row*>(find(id));
        invariant(row != nullptr, "edit of an absent row", static_cast<long long>(id));
        return *row;
    }

    /// In the order of ids. There is no erase: a thing that ends keeps its id and says so in its row.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t at = 0; at < rows_.size(); ++at)
            if (rows_[at]) visit(static_cast<Id>(at + 1), *rows_[at]);
    }

    void restore(Id id, std::optional<Row> row) {
        const auto at = static_cast<std::size_t>(id);
        invariant(at >= 1 && at <= ids_max, "a dense id out of bounds", static_cast<long long>(at));
        if (at > rows_.size()) rows_.resize(at);
        present_ += row.has_value();
        present_ -= rows_[at - 1].has_value();
        rows_[at - 1] = std::move(row);
        while (!rows_.empty() && !rows_.back()) rows_.pop_back();  // an undone birth gives its id back
    }

    static constexpr std::size_t ids_max = 100'000'000;

  private:
    std::deque<std::optional<Row>> rows_;  ///< grows without moving what is there
    std::size_t present_ = 0;
};

/// Rows under any key of integers, byte arrays and strings.
template <class Key, class Row>
class Keyed final : public TrackedTable<Keyed<Key, Row>, Key, Row> {
    using Base = TrackedTable<Keyed<Key, Row>, Key, Row>;

  public:
    Keyed(Tables& tables, std::string_view name, Kept kept = Kept::stored) : Base{tables, name, kept} {}

    std::size_t size() const { return rows_.size(); }
    /// Makes room for `rows` in all: a long fold that knows what is coming need not move every row again at each doubling.
    void reserve(std::size_t rows) { rows_.reserve(rows); }

    const Row* find(const Key& key) const {
        const auto at = rows_.find(key);
        return at == rows_.end() ? nullptr : &at->second;
    }

    void put(const Key& key, Row row) {
        this->about_to_change(key);
        rows_.insert_or_assign(key, std::move(row));
    }

    Row& edit(const Key& key) {
        this->about_to_change(key);
        const auto at = rows_.find(key);
        invariant(at != rows_.end(), "edit of an absent row");
        return at->second;
    }

    /// The row to be changed in place, a new empty one when there was none: one look-up instead of two.
    Row& edit_or_add(const Key& key) {
        this->about_to_change(key);
        return rows_.try_emplace(key).first->second;
    }

    void erase(const Key& key) {
        this->about_to_change(key);
        rows_.erase(key);
    }

    /// In no order that may matter to a decision: sort what you collect.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& [key, row] : rows_) visit(key, row);
    }

    void restore(const Key& key, std::optional<Row> row) {
        if (row) {
            rows_.insert_or_assign(key, std::move(*row));
        } else {
            rows_.erase(key);
        }
    }

  private:
    boost::unordered_flat_map<Key, Row, KeyHash<Key>, std::equal_to<Key>, LargePages<std::pair<const Key, Row>>> rows_;
};

}  // namespace hoicho
