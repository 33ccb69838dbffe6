package be.vlaanderen.loopbaankrediet.acceptance;

import static be.vlaanderen.loopbaankrediet.acceptance.Platform.as;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.command;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.eventually;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.now;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.passTime;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.person;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.token;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.url;
import static org.hamcrest.Matchers.lessThan;

import be.vlaanderen.loopbaankrediet.acceptance.Steps.Booking;
import be.vlaanderen.loopbaankrediet.acceptance.Steps.Citizen;
import be.vlaanderen.loopbaankrediet.acceptance.Steps.Counsellor;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some people to whom everything happened that a screen can show, and the ids of those things.
 *
 * @param citizen number of who was guided; {@code counsellor} and {@code officer} likewise
 * @param ids what stands in the place of {@code :booking} and the like in the addresses of screens
 */
record Lives(String citizen, String counsellor, String officer, Map<String, String> ids) {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final List<Integer> SCORES = Collections.nCopies(11, 8);
    private static final Pattern PLACE = Pattern.compile(":([a-zA-Z]+)");

    /** The address of a screen, with ids of things that exist. */
    String fill(String front, String route) {
        Matcher places = PLACE.matcher(route);
        return places.replaceAll(place -> {
            String id = ids.getOrDefault(front + " " + route + " " + place.group(1), ids.get(place.group(1)));
            if (id == null) {
                throw new IllegalStateException("no " + place.group(1) + " for " + route + " of " + front);
            }
            return id;
        });
    }

    static Lives lived() {
        Map<String, String> ids = new HashMap<>();
        Counsellor counsellor = Steps.counsellor(true);
        ids.put("counsellor", counsellor.id());
        sponsors(ids, counsellor);
        Citizen citizen = Steps.citizen("HIGH", Steps.longCareer());
        Booking booking = Steps.entitledAndBooked(citizen, counsellor);
        ids.put("booking", booking.id());
        ids.put("beheer /dossier/:kind/:id kind", "boeking");
        ids.put("beheer /dossier/:kind/:id id", booking.id());
        guidance(ids, citizen, counsellor, booking);
        refusals(ids);
        payments(ids, citizen, counsellor);
        supervision(ids, counsellor);
        registry(ids, counsellor);
        Steps.book(citizen, counsellor); // one that waits for its payment
        ids.put(
                "request",
                first(citizen.token(), "eligibility-service", "/eligibility/v1/me/requests", "requests.request"));
        return new Lives(citizen.number(), counsellor.number(), Steps.OFFICER, ids);
    }

    private static void guidance(Map<String, String> ids, Citizen citizen, Counsellor counsellor, Booking booking) {
        Steps.guideAndConfirm(citizen, counsellor, booking);
        ids.put(
                "session",
                first(citizen.token(), "session-claims-service", "/session-claims/v1/me/sessions", "sessions.session"));
        String block = "/session-claims/v1/blocks/" + booking.id();
        done(command(counsellor.token(), Map.of("themes", List.of("MEANING", "QUALITIES")))
                .put(url("session-claims-service", block + "/agreement"))
                .then());
        done(command(counsellor.token(), Map.of())
                .post(url("session-claims-service", block + "/plan"))
                .then());
        eventually()
                .untilAsserted(() -> done(command(
                                citizen.token(),
                                Map.of("scores", SCORES, "questionAnswered", true, "good", "Er werd goed geluisterd."))
                        .put(url("session-claims-service", "/session-claims/v1/me/blocks/" + booking.id() + "/survey"))
                        .then()));
        ids.put(
                "claim",
                first(counsellor.token(), "session-claims-service", "/session-claims/v1/claims", "claims.claim"));
    }

    /** Somebody who has too little experience, sends evidence and objects. */
    private static void refusals(Map<String, String> ids) {
        Citizen refused = Steps.citizen("MEDIUM", List.of(Steps.period(today().minusDays(2_000), null)));
        String request = Steps.ask(refused).then().statusCode(201).extract().path("request");
        done(as(refused.token())
                .header("Idempotency-Key", request)
                .contentType("application/pdf")
                .body(PDF)
                .post(url(
                        "eligibility-service",
                        "/eligibility/v1/me/requests/" + request
                                + "/evidence?kind=FOREIGN_WORK&from=2012-01-01&to=2016-12-31"))
                .then());
        ids.put("beheer /aanvragen/:request request", request);
        ids.put(
                "id",
                done(command(Steps.officer(), Map.of("file", "USED_CHEQUES"))
                                .post(url("eligibility-service", "/eligibility/v1/used-cheques/imports"))
                                .then())
                        .extract()
                        .path("id"));
    }

    private static void payments(Map<String, String> ids, Citizen citizen, Counsellor counsellor) {
        String payout = eventually()
                .until(
                        () -> as(counsellor.token())
                                .get(url("payout-service", "/payout/v1/me/payouts"))
                                .path("payouts.find { it.status == 'PAID' }.payout"),
                        found -> found != null);
        ids.put(
                "clawback",
                done(command(
                                        Steps.officer(),
                                        Map.of("payout", payout, "halfHours", 2, "reasonCode", "SHORTER_THAN_CLAIMED"))
                                .post(url("payout-service", "/payout/v1/clawbacks"))
                                .then())
                        .extract()
                        .path("clawback"));
        String batch = first(Steps.officer(), "payout-service", "/payout/v1/batches", "batches.batch");
        ids.put("batch", batch);
        ids.put(
                "endToEndId",
                as(Steps.officer())
                        .get(url("payout-service", "/payout/v1/batches/" + batch))
                        .path("payments[0].endToEndId"));
        ids.put(
                "complaint",
                done(command(
                                        citizen.token(),
                                        Map.of(
                                                "kind",
                                                "GUIDANCE",
                                                "booking",
                                                "" + ids.get("booking"),
                                                "written",
                                                "Het tweede gesprek was te kort."))
                                .post(url("session-claims-service", "/session-claims/v1/me/complaints"))
                                .then())
                        .extract()
                        .path("complaint"));
    }

    private static void supervision(Map<String, String> ids, Counsellor counsellor) {
        String review = done(command(
                                Steps.officer(),
                                Map.of(
                                        "counsellor", counsellor.id(),
                                        "from", today().minusDays(30).toString(),
                                        "until", today().toString()))
                        .post(url("session-claims-service", "/session-claims/v1/reviews"))
                        .then())
                .extract()
                .path("review");
        ids.put("review", review);
    }

    private static void registry(Map<String, String> ids, Counsellor counsellor) {
        String dossier = "/provider-registry/v1/counsellors/" + counsellor.id();
        ids.put(
                "sanction",
                done(command(
                                        Steps.officer(),
                                        Map.of(
                                                "kind",
                                                "WARNING",
                                                "reasonCode",
                                                "NO_COOPERATION",
                                                "reason",
                                                "Drie brieven bleven zonder antwoord."))
                                .post(url("provider-registry-service", dossier + "/sanctions"))
                                .then())
                        .extract()
                        .path("sanction"));
        ids.put(
                "renewal",
                done(command(
                                        Steps.officer(),
                                        Map.of(
                                                "proofs",
                                                List.of("FINANCIAL_HEALTH"),
                                                "by",
                                                today().plusDays(40).toString(),
                                                "reasonCode",
                                                "PERIODIC",
                                                "reason",
                                                "Om de vijf jaar."))
                                .post(url("provider-registry-service", dossier + "/renewals"))
                                .then())
                        .extract()
                        .path("renewal"));
        ids.put(
                "change",
                done(command(counsellor.token(), Map.of("iban", Numbers.iban()))
                                .post(url("provider-registry-service", "/provider-registry/v1/me/account-changes"))
                                .then())
                        .extract()
                        .path("change"));
        String applicant = Numbers.citizen();
        String iban = Numbers.iban();
        person(
                applicant,
                Map.of(
                        "name",
                        "Els Wouters",
                        "region",
                        "FLANDERS",
                        "enterpriseNumber",
                        Numbers.enterprise(),
                        "iban",
                        iban,
                        "periods",
                        List.of()));
        ids.put(
                "application",
                done(command(
                                        token(applicant, "counsellor"),
                                        Map.ofEntries(
                                                Map.entry("name", "Els Wouters"),
                                                Map.entry("iban", iban),
                                                Map.entry("vatLiable", true),
                                                Map.entry("activeSince", "2024-05-01"),
                                                Map.entry("proofs", List.of()),
                                                Map.entry("email", "els@voorbeeld.be"),
                                                Map.entry(
                                                        "places",
                                                        List.of(Map.of(
                                                                "municipality", "Leuven", "postalCode", "3000"))),
                                                Map.entry("languages", List.of("nl")),
                                                Map.entry("modes", List.of("ONLINE")),
                                                Map.entry("themes", List.of("JOB_TARGET"))))
                                .post(url("provider-registry-service", "/provider-registry/v1/me/application"))
                                .then())
                        .extract()
                        .path("application"));
    }

    /** A sponsor with a booking, and a month later a bill. */
    private static void sponsors(Map<String, String> ids, Counsellor counsellor) {
        String sponsor = done(command(
                                Steps.officer(),
                                Map.of(
                                        "name",
                                        "Sectorfonds Proef",
                                        "enterpriseNumber",
                                        Numbers.enterprise(),
                                        "percent",
                                        100,
                                        "budgetCents",
                                        100_000,
                                        "from",
                                        today().toString(),
                                        "until",
                                        today().plusYears(1).toString(),
                                        "by",
                                        "CODE"))
                        .post(url("wallet-service", "/wallet/v1/sponsors"))
                        .then())
                .extract()
                .path("sponsor");
        ids.put("sponsor", sponsor);
        String code =
                first(Steps.officer(), "wallet-service", "/wallet/v1/sponsors/" + sponsor + "/codes", "codes.code");
        Citizen sponsored = Steps.entitled();
        String booking = eventually()
                .until(
                        () -> command(sponsored.token(), Map.of("counsellorId", counsellor.id(), "sponsorCode", code))
                                .post(url("wallet-service", "/wallet/v1/me/bookings")),
                        answer -> answer.statusCode() == 201)
                .path("booking");
        eventually().untilAsserted(() -> Steps.booking(sponsored, booking, "BOOKED"));
        passTime(Duration.ofDays(32));
        ids.put(
                "bill",
                first(Steps.officer(), "wallet-service", "/wallet/v1/sponsor-bills?sponsor=" + sponsor, "bills.bill"));
    }

    private static String first(String token, String service, String path, String member) {
        List<String> found = eventually()
                .until(() -> as(token).get(url(service, path)).path(member), list -> list != null && !list.isEmpty());
        return found.getFirst();
    }

    private static ValidatableResponse done(ValidatableResponse answer) {
        return answer.log().ifValidationFails().statusCode(lessThan(300));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneId.of("Europe/Brussels"));
    }
}
