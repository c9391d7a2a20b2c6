"""Matches as both sides read them: every condition with both values, right in the read after whatever changed; and search for people."""

from urllib.parse import quote

from api import Api
from hoicho import EndToEnd, Server, main
from small_fair import SmallFair, buyer_body, fair_day

YEARS_DAYS = 3 * 365


class Matching(EndToEnd):
    def setUp(self):
        super().setUp()
        self.server = Server(self.folder).start()
        self.fair = SmallFair(Api(self.server.port), buyers=2, exhibitors=3, slots=2, tables=1)
        self.api = self.fair.api
        self.tea, self.other_tea, self.tofu = (self.product(at, title) for at, title in enumerate(("Chè xanh Thái Nguyên", "Trà sen", "Đậu phụ Mơ")))
        self.certificate = self.api.make("/certificates", {
            "product": self.tea, "kind": "OCOP", "rating": "FOUR", "product_code": "P0", "decision_no": "1/QĐ", "issuer_level": "PROVINCE",
            "issuer": "UBND thành phố", "issued_on": self.days_from_fair(-30), "expires_on": self.days_from_fair(YEARS_DAYS), "verification": "VERIFIED"})
        self.demand = self.api.make("/demands", {
            "buyer": self.fair.buyers[0], "code": "D1", "title": "Cần mua chè xanh", "language": "vi", "quantity_thousandths": 2_000_000, "quantity_unit": "kg",
            "quantity_per": "MONTH", "price_max_vnd": 200_000, "price_unit": "kg", "standards_required": ["GS1_BARCODE"], "valid_certificate_required": True})

    def tearDown(self):
        self.server.stop()

    @staticmethod
    def days_from_fair(days):
        from datetime import timedelta
        return str(fair_day() + timedelta(days=days))

    def product(self, at, title):
        return self.api.make("/products", {"exhibitor": self.fair.exhibitors[at], "code": f"P{at}", "title_vi": title, "ocop_group": 1, "ocop_set": 11, "unit": "kg",
                                           "price_wholesale_vnd": 150_000, "capacity_per_month_thousandths": 500_000, "standards": ["VIETGAP"]})

    def matches(self):
        return self.api.read(f"/fairs/{self.fair.fair}/demands/{self.demand}/matches")["items"]

    def match(self, product):
        return next((item for item in self.matches() if item["product"] == product), None)

    def verdicts(self, product):
        return {line["topic"]: line["verdict"] for line in self.match(product)["conditions"]}

    def test_each_condition_is_named_with_what_would_close_the_gap(self):
        match = self.match(self.tea)
        self.assertFalse(match["fits"])
        lines = {line["topic"]: line for line in match["conditions"]}
        self.assertEqual((lines["STANDARD"]["verdict"], lines["STANDARD"]["closes"]["en"]), ("MISSED", "add: GS1 barcode"))
        self.assertEqual(lines["STANDARD"]["closes"]["vi"], "bổ sung mã vạch GS1")
        self.assertEqual((lines["CERTIFICATE"]["verdict"], lines["CERTIFICATE"]["source"]), ("MET", "ISSUER_VERIFIED"))
        self.assertEqual((lines["PRICE"]["verdict"], lines["VOLUME"]["verdict"]), ("MET", "MISSED"))
        self.assertEqual(match["score_thousandths"], sum(part.get("score_thousandths", 0) for part in match["contributions"]))

    def test_a_revoked_certificate_and_a_never_show_in_the_next_read(self):
        before = self.match(self.tea)
        self.api.make(f"/certificates/{self.certificate}/revocation", {"revoked_on": self.days_from_fair(-1), "cause": "RECALLED"})
        after = self.match(self.tea)
        self.assertEqual(self.verdicts(self.tea)["CERTIFICATE"], "MISSED")
        self.assertLess(after["score_thousandths"], before["score_thousandths"])
        self.api.make(f"/fairs/{self.fair.fair}/interests", {"buyer": self.fair.buyers[0], "exhibitor": self.fair.exhibitors[0], "from": "EXHIBITOR",
                                                             "level": "NEVER", "cause": "COMPETITOR"})
        self.assertIsNone(self.match(self.tea), "never is absolute")
        self.assertEqual([item["product"] for item in self.matches()], [item["product"] for item in self.matches()])

    def interest(self, exhibitor, side, level, buyer=0, fair=None):
        self.api.make(f"/fairs/{fair or self.fair.fair}/interests", {"buyer": self.fair.buyers[buyer], "exhibitor": self.fair.exhibitors[exhibitor],
                                                                     "from": side, "level": level})

    def feedback(self, exhibitor, side, outcome, **more):
        return self.api.post(f"/fairs/{self.fair.fair}/feedback", {"buyer": self.fair.buyers[0], "exhibitor": self.fair.exhibitors[exhibitor], "from": side,
                                                                   "outcome": outcome, **more})

    def settings(self, **changes):
        self.api.make(f"/fairs/{self.fair.fair}/list-settings", changes)

    def parts(self, product):
        return {part["part"]: part["score_thousandths"] for part in self.match(product)["market"]["contributions"]}

    def assert_sums(self, items):
        for market in (item.get("market", item) for item in items):
            self.assertEqual(market["score_thousandths"], sum(part["score_thousandths"] for part in market["contributions"]))

    def test_a_changed_price_shows_in_the_next_read(self):
        self.assertEqual(self.verdicts(self.tea)["PRICE"], "MET")
        before = self.match(self.tea)
        self.api.make(f"/products/{self.tea}/price", {"price_wholesale_vnd": 400_000})
        after = self.match(self.tea)
        self.assertEqual(self.verdicts(self.tea)["PRICE"], "MISSED")
        self.assertLess(after["score_thousandths"], before["score_thousandths"])
        self.assertLess(after["market"]["score_thousandths"], before["market"]["score_thousandths"])
        self.assertEqual(self.api.read(f"/products/{self.tea}")["price_wholesale_vnd"], 400_000)

    def test_feedback_weighs_in_the_next_read_and_can_be_switched_off(self):
        before = self.matches()
        self.assert_sums(before)
        self.assertEqual(self.feedback(0, "BUYER", "DECLINED", reason="QUALITY").status, 200)
        self.assertEqual(self.parts(self.tea)["FEEDBACK"], -12)
        self.assert_sums(self.matches())
        self.settings(feedback="OFF")
        self.assertEqual(self.matches(), before, "as if it had never been given")
        self.settings(feedback="ON")
        self.assertEqual(self.parts(self.tea)["FEEDBACK"], -12)
        self.assertEqual(self.feedback(0, "BUYER", "DECLINED").status, 422)
        self.assertEqual(self.feedback(0, "BUYER", "DECLINED", reason="QUALITY").status, 409)
        self.api.make("/commands/matching.withdraw_feedback", {"fair": self.fair.fair, "buyer": self.fair.buyers[0], "exhibitor": self.fair.exhibitors[0], "from": "BUYER"})
        self.assertEqual(self.matches(), before)

    def test_an_answer_to_a_request_is_feedback(self):
        request = self.fair.request(0, 0, 0, "EXHIBITOR").created()
        self.api.make(f"/meeting-requests/{request}/decline", {"from": "BUYER", "cause": "NO_FIT"})
        self.assertEqual(self.parts(self.tea)["FEEDBACK"], -12)

    def test_who_is_over_asked_costs_a_price_and_is_told_in_both_languages(self):
        for at in range(4):
            buyer = self.api.make("/buyers", buyer_body(f"X{at}"))
            self.fair.buyers.append(buyer)
            self.api.make(f"/fairs/{self.fair.fair}/participations", {"buyer": buyer, "wants_meetings": True})
            self.api.make("/demands", {"buyer": buyer, "code": f"DX{at}", "title": "Cần mua chè xanh", "language": "vi"})
            self.interest(0, "BUYER", "MUST", buyer=len(self.fair.buyers) - 1)
        self.interest(0, "BUYER", "MUST")
        market = self.match(self.tea)["market"]
        self.assertEqual((market["crowd"]["asked"], market["crowd"]["slots"], market["crowd"]["over_asked"]), (5, 2, True))
        self.assertTrue(market["crowd"]["sentence"]["vi"].startswith("Có 5 nơi muốn gặp mà chỉ có 2 lượt"))
        self.assertTrue(market["crowd"]["sentence"]["en"].startswith("asked by 5 for 2 slots"))
        self.assertLess(self.parts(self.tea)["PRICE"], 0)
        self.assertEqual(market["value"]["buyer_wish"], "MUST")
        self.assert_sums(self.matches())
        self.settings(price_weight_thousandths=0)
        self.assertEqual(self.parts(self.tea)["PRICE"], 0)

    def test_both_sides_have_a_list_and_never_is_absolute_in_it(self):
        def others(kind, id):
            items = self.api.read(f"/fairs/{self.fair.fair}/{kind}/{id}/matches")["items"]
            self.assert_sums(items)
            return [item["buyer" if kind == "exhibitors" else "exhibitor"] for item in items]
        buyer, exhibitor = self.fair.buyers[0], self.fair.exhibitors[0]
        self.assertIn(exhibitor, others("buyers", buyer))
        self.assertEqual(others("exhibitors", exhibitor), [buyer])
        self.interest(0, "BUYER", "NEVER")
        self.assertNotIn(exhibitor, others("buyers", buyer))
        self.assertEqual(others("exhibitors", exhibitor), [])
        crowd = [id for item in self.matches() for id in item["market"]["crowd"]["alternatives"]]
        self.assertNotIn(exhibitor, crowd)

    def test_the_same_position_gives_the_same_bytes_and_says_which(self):
        path = self.api.own(f"/fairs/{self.fair.fair}/demands/{self.demand}/matches")
        first = self.api.send("GET", path)
        self.assertEqual(first.body, self.api.send("GET", path).body)
        self.assertEqual(first.json()["made_at"], first.headers["Hoicho-Positions"])
        self.interest(1, "BUYER", "WANT")
        self.assertNotEqual(first.json()["made_at"], self.api.send("GET", path).json()["made_at"])
        with self.subTest("after a restart"):
            before = self.api.send("GET", path)
            self.server.stop()
            self.server.start()
            self.api.port = self.server.port
            self.assertEqual(self.api.send("GET", path).body, before.body)

    def test_who_met_at_an_earlier_fair_comes_back_only_if_both_want(self):
        self.assertEqual(self.feedback(0, "BUYER", "MET").status, 200)
        next_fair = self.another_fair()
        matches = lambda: [item["exhibitor"] for item in self.api.read(f"/fairs/{next_fair}/demands/{self.demand}/matches")["items"]]
        self.assertNotIn(self.fair.exhibitors[0], matches())
        self.interest(0, "BUYER", "WANT", fair=next_fair)
        self.assertNotIn(self.fair.exhibitors[0], matches())
        self.interest(0, "EXHIBITOR", "WANT", fair=next_fair)
        self.assertIn(self.fair.exhibitors[0], matches())

    def another_fair(self):
        body = {name: value for name, value in self.api.read(f"/fairs/{self.fair.fair}").items() if name != "id"} | {"code": "NEXT"}
        fair = self.api.make("/fairs", body)
        for kind, ids in (("buyer", self.fair.buyers), ("exhibitor", self.fair.exhibitors)):
            for id in ids:
                self.api.make(f"/fairs/{fair}/participations", {kind: id, "wants_meetings": True})
        return fair

    def test_an_organisers_words_are_known_at_once(self):
        demand = self.api.make("/demands", {"buyer": self.fair.buyers[0], "code": "D2", "title": "Cần mua xeng xeng", "language": "vi"})
        found = lambda: [item["product"] for item in self.api.read(f"/fairs/{self.fair.fair}/demands/{demand}/matches")["items"]]
        self.assertEqual(found(), [])
        self.api.make("/words", {"names": ["đậu phụ", "xeng xeng"], "relation": "SAME"})
        self.assertEqual(found()[0], self.tofu)
        self.assertEqual([item["product"] for item in self.api.read(f"/fairs/{self.fair.fair}/products?q=xeng%20xeng")["items"]], [self.tofu])
        words = self.api.read("/words")
        self.assertEqual(words["items"], [{"words": 1, "names": ["đậu phụ", "xeng xeng"], "relation": "SAME"}])
        refused = self.api.post("/words", {"names": ["đậu phụ"], "relation": "SAME"})
        self.assertEqual((refused.status, refused.json()["accepted"]), (422, "2-12 names"))
        self.api.make("/words/removal", {"words": 1})
        self.assertEqual((found(), self.api.read("/words")["items"]), ([], []))

    def test_the_organiser_sees_who_is_shown_and_served_and_what_the_lift_costs(self):
        self.api.make(f"/fairs/{self.fair.fair}/demands/{self.demand}/suggestions", {"top": 1})
        self.interest(0, "BUYER", "MUST")
        self.interest(1, "BUYER", "WANT")
        self.fair.book(0, 0, 0, 0)
        exposure = self.api.read(f"/fairs/{self.fair.fair}/exposure")
        self.assertEqual((exposure["buyers"]["wished"], exposure["buyers"]["served"]), (2, 1))
        kinds = {group["name"]: group for group in exposure["exhibitors"]["by_kind"]}
        self.assertEqual((kinds["COOP_GROUP"]["participants"], kinds["COOP_GROUP"]["never_shown"]), (3, 2))
        self.assertEqual([group["name"] for group in exposure["exhibitors"]["by_province"]], ["01"])
        self.assertEqual(exposure["lift"]["loss_basis_points"], 0)
        self.settings(lift_strength_thousandths=1000)
        self.assertEqual(self.api.read(f"/fairs/{self.fair.fair}/list-settings"), {"lift_strength_thousandths": 1000, "price_weight_thousandths": 1000, "feedback": "ON"})
        first = next(item for item in self.matches() if item["market"]["contributions"][2]["score_thousandths"] > 0)
        self.assertNotEqual(first["product"], self.api.read(f"/fairs/{self.fair.fair}/demands/{self.demand}/suggestions")["items"][0]["product"])
        self.assertIn("relevance_without", self.api.read(f"/fairs/{self.fair.fair}/exposure")["lift"])
        standing = self.api.read(f"/fairs/{self.fair.fair}/buyers/{self.fair.buyers[0]}/standing")
        self.assertEqual((standing["wished"], standing["served"], standing["served_thousandths"]), (2, 1, 500))
        self.assertEqual(self.api.read(f"/fairs/{self.fair.fair}/exhibitors/{self.fair.exhibitors[2]}/standing")["shown"], 0)

    def test_payment_and_pack_are_held_against_what_was_entered(self):
        exhibitor = self.api.make("/exhibitors", {"code": "EP", "subject_type": "COOP_GROUP", "business_name_vi": "Tổ hợp tác chè", "province_code": "01",
                                                  "payment_days_accepted_max": 15})
        self.api.make(f"/fairs/{self.fair.fair}/participations", {"exhibitor": exhibitor, "wants_meetings": True})
        product = self.api.make("/products", {"exhibitor": exhibitor, "code": "PP", "title_vi": "Chè xanh túi lọc", "ocop_group": 1, "ocop_set": 11, "unit": "kg", "pack": "Túi 500 g"})
        self.demand = self.api.make("/demands", {"buyer": self.fair.buyers[0], "code": "DP", "title": "Chè xanh", "language": "vi", "payment_terms_days": 30, "pack": "túi 500 g"})
        lines = {line["topic"]: line for line in self.match(product)["conditions"]}
        self.assertEqual((lines["PAYMENT"]["verdict"], lines["PAYMENT"]["found"]["en"], lines["PACK"]["verdict"]), ("MISSED", "accepts up to 15 days", "MET"))
        self.assertEqual(self.verdicts(self.tea)["PAYMENT"], "UNKNOWN")
        too_long = self.api.post("/exhibitors", {"code": "E366", "subject_type": "COOP_GROUP", "business_name_vi": "Tổ", "province_code": "01", "payment_days_accepted_max": 366})
        self.assertEqual((too_long.status, too_long.json()["accepted"]), (422, "0..365"))

    def test_an_exhibitor_reads_what_keeps_it_out(self):
        reach = self.api.read(f"/fairs/{self.fair.fair}/exhibitors/{self.fair.exhibitors[0]}/reach")
        self.assertEqual((reach["fitting_total"], reach["kept_out_total"]), (0, 1))
        self.assertIn("GS1_BARCODE", [step["code"] for step in reach["steps"]])

    def test_people_find_products_with_and_without_marks(self):
        def found(text):
            return [item["product"] for item in self.api.read(f"/fairs/{self.fair.fair}/products?q={quote(text)}")["items"]]
        self.assertEqual(found("dau phu mo"), [self.tofu])
        self.assertEqual(found("Đậu phụ Mơ"), [self.tofu])
        self.assertEqual(found("cà phê"), [])
        everything = self.api.read(f"/fairs/{self.fair.fair}/products")
        self.assertEqual((everything["total"], everything["facets"]["standard"]), (3, {"VIETGAP": 3}))
        self.assertEqual(everything["facets"]["stars"], {"0": 2, "4": 1})

    def test_a_wrong_question_is_answered_with_what_would_be_right(self):
        for query in ("top=0", "top=x", "stars=many", "ocop_group=1;2"):
            answer = self.api.send("GET", self.api.own(f"/fairs/{self.fair.fair}/products?{query}"))
            self.assertEqual(answer.status, 400, query)
            self.assertIn("accepted", answer.json())


if __name__ == "__main__":
    main()
