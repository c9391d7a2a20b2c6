"""Matches as both sides read them: every condition with both values, right in the read after whatever changed; and search for people."""

from urllib.parse import quote

from api import Api
from hoicho import EndToEnd, Server, main
from small_fair import SmallFair, fair_day

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
