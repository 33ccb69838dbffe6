package be.vlaanderen.loopbaankrediet.launcher;

import be.vlaanderen.loopbaankrediet.launcher.Personas.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One block of guidance from request to bank, told through HTTP and Kafka only, every step checked: An and Bilal get their guidance, their
 * counsellors get their money, Carla is told what she lacks.
 */
final class Story implements AutoCloseable {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** The career credit exists from 1 January 2027; early that day, so that who moves the clock later has the day before them. */
    static final Instant FIRST_TIME = Instant.parse("2027-01-01T04:00:00Z");

    private static final long HIGH_SKILLED_CENTS = 5_000;
    private static final long LOW_SKILLED_CENTS = 3_000;
    private static final long LIABLE_CENTS = 21_780;
    private static final long EXEMPT_CENTS = 18_000;

    private final Place place;
    private final Screen screen;
    private final Http http;

    /** A block in the story, from booking to payout. */
    private record Block(
            Person citizen, Person counsellor, String counsellorId, long coPaymentCents, long payoutCents) {}

    /** A block that is paid by the citizen. */
    private record Booked(Block block, String booking, String code, Instant at) {}

    Story(Place place, Screen screen) {
        this.place = place;
        this.screen = screen;
        this.http = new Http(place);
    }

    void tell() {
        long begin = System.nanoTime();
        screen.line("");
        screen.line("The story");
        try (PayoutMessages payouts = new PayoutMessages(place.address(Part.KAFKA))) {
            JsonNode financeBefore = financeAgreesWith(payouts);
            http.moveClockTo(FIRST_TIME);
            Personas personas = new Personas(http);
            Person femke = personas.officer();
            Person dirk = personas.liableCounsellor();
            Person els = personas.exemptCounsellor();
            String dirkId = register(femke, dirk, true);
            String elsId = register(femke, els, false);

            Person an = personas.highlySkilled();
            Person bilal = personas.lowSkilled();
            asksForCredit(an, 2_500);
            asksForCredit(bilal, 1_500);
            long committedBefore = committed(femke);
            Booked ansBlock = books(new Block(an, dirk, dirkId, HIGH_SKILLED_CENTS, LIABLE_CENTS));
            Booked bilalsBlock = books(new Block(bilal, els, elsId, LOW_SKILLED_CENTS, EXEMPT_CENTS));
            budgetShowsCommitment(femke, committedBefore);

            Instant last = ansBlock.at().isAfter(bilalsBlock.at()) ? ansBlock.at() : bilalsBlock.at();
            Instant first = last.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            Instant second = first.plus(65, ChronoUnit.MINUTES);
            http.moveClockTo(second.plus(65, ChronoUnit.MINUTES));
            for (Booked booked : List.of(ansBlock, bilalsBlock)) {
                deliversGuidance(booked, List.of(first, second));
            }
            JsonNode ansPayout = isPaid(ansBlock, payouts);
            JsonNode bilalsPayout = isPaid(bilalsBlock, payouts);
            financeRoseBy(financeBefore, payouts, LIABLE_CENTS + EXEMPT_CENTS);
            for (Person citizen : List.of(an, bilal)) {
                step("the wallet of " + citizen.name(), () -> walletShows(citizen, 6, 2, 4));
            }
            step("every euro is in the ledger", () -> ledgerBalances(femke));
            Person carla = personas.shortOfExperience(LocalDate.ofInstant(http.now(), BRUSSELS));
            isRefused(carla);

            screen.line("");
            screen.line("Outcome, in euro           citizen paid   counsellor got   government's share   hours left");
            outcome(ansBlock, ansPayout);
            outcome(bilalsBlock, bilalsPayout);
            screen.line(String.format(
                    Locale.ROOT,
                    "  %-22s refused: %,d of %,d days of work",
                    carla.name(),
                    Personas.CARLAS_DAYS,
                    Personas.REQUIRED_DAYS));
            screen.line(String.format(
                    Locale.ROOT,
                    "The story took %.1f s; the platform's clock stands at %s.",
                    (System.nanoTime() - begin) / 1e9,
                    http.now().truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    private String register(Person officer, Person counsellor, boolean vatLiable) {
        String[] id = new String[1];
        step(officer.first() + " registers counsellor " + counsellor.name(), () -> {
            Map<String, Object> dossier = Map.ofEntries(
                    Map.entry("ssin", counsellor.ssin()),
                    Map.entry("name", counsellor.name()),
                    Map.entry("enterpriseNumber", String.valueOf(counsellor.enterprise())),
                    Map.entry("iban", String.valueOf(counsellor.iban())),
                    Map.entry("vatLiable", vatLiable),
                    Map.entry("activeSince", "2019-03-01"),
                    Map.entry("proofs", List.of("EQUIVALENCE", "FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH")),
                    Map.entry("email", counsellor.persona() + "@example.org"),
                    Map.entry("places", List.of(Map.of("municipality", "Gent", "postalCode", "9000"))),
                    Map.entry("languages", List.of("nl")),
                    Map.entry("modes", List.of("FACE_TO_FACE", "ONLINE")),
                    Map.entry("themes", List.of("JOB_TARGET", "QUALITIES", "WORK_LIFE_BALANCE")));
            JsonNode answer = http.post(
                            Part.PROVIDER_REGISTRY,
                            "/provider-registry/v1/counsellors",
                            http.token(officer.persona(), "officer"),
                            Http.json(dossier))
                    .expect(201);
            id[0] = Http.text(answer, "counsellor");
            http.until(
                    "the directory to name " + counsellor.name(),
                    () -> isInDirectory(id[0]) ? Optional.of(true) : Optional.empty());
            return "route " + Http.text(answer, "route") + ", VAT " + (vatLiable ? "liable" : "exempt")
                    + ", in the public directory";
        });
        return id[0];
    }

    private boolean isInDirectory(String counsellor) {
        String next = null;
        for (int page = 0; page < 200; page++) {
            JsonNode answer = http.get(
                            Part.PROVIDER_REGISTRY,
                            "/provider-registry/v1/directory?municipality=Gent&limit=100"
                                    + (next == null ? "" : "&after=" + Http.encoded(next)),
                            null)
                    .expect(200);
            if (answer.path("counsellors").toString().contains(counsellor)) {
                return true;
            }
            next = answer.path("next").asText("");
            if (next.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private void asksForCredit(Person citizen, long coPaymentPerHourCents) {
        step(citizen.name() + " asks for career credit", () -> {
            JsonNode decision = request(citizen);
            demand(decision, "status", "ENTITLED");
            demand(decision, "hours", 6);
            demand(decision, "coPaymentPerHourCents", coPaymentPerHourCents);
            walletShows(citizen, 6, 0, 6);
            return "entitled to 6 hours at " + euro(coPaymentPerHourCents) + " euro; the wallet shows them";
        });
    }

    private void isRefused(Person citizen) {
        step(citizen.name() + " asks for career credit", () -> {
            JsonNode decision = request(citizen);
            demand(decision, "status", "REFUSED");
            demand(decision, "workedDays", Personas.CARLAS_DAYS);
            demand(decision, "requiredDays", Personas.REQUIRED_DAYS);
            if (!decision.path("failed").toString().equals("[\"NOT_ENOUGH_EXPERIENCE\"]")) {
                throw new Trouble("The refusal should name NOT_ENOUGH_EXPERIENCE alone: " + decision);
            }
            return String.format(
                    Locale.ROOT,
                    "refused, %,d of %,d days, reached on %s",
                    Personas.CARLAS_DAYS,
                    Personas.REQUIRED_DAYS,
                    decision.path("reachedOn").asText("an unknown day"));
        });
    }

    private JsonNode request(Person citizen) {
        String token = http.token(citizen.persona(), "citizen");
        Http.Answer answer = http.post(Part.ELIGIBILITY, "/eligibility/v1/me/requests", token, "{}");
        if (answer.status() != 202) {
            return answer.expect(201);
        }
        String request = Http.text(answer.json(), "request");
        return http.until(
                "a decision on the request",
                () -> Optional.of(http.get(Part.ELIGIBILITY, "/eligibility/v1/me/requests/" + request, token)
                                .expect(200))
                        .filter(decision -> !decision.path("status").asText().equals("PENDING")));
    }

    private String walletShows(Person citizen, int granted, int used, int available) {
        String token = http.token(citizen.persona(), "citizen");
        String wanted = granted + " hours granted, " + used + " used, " + available + " available";
        http.until(
                "a wallet with " + wanted,
                () -> Optional.of(http.get(Part.WALLET, "/wallet/v1/me", token).expect(200))
                        .filter(wallet -> wallet.path("granted").asDouble() == granted
                                && wallet.path("used").asDouble() == used
                                && wallet.path("available").asDouble() == available));
        return wanted;
    }

    private Booked books(Block block) {
        Booked[] result = new Booked[1];
        String who = block.citizen().name();
        step(who + " books a block of 2 hours with " + block.counsellor().name(), () -> {
            String token = http.token(block.citizen().persona(), "citizen");
            // the wallet learns of a new counsellor by message, so that the first try may be too early
            JsonNode reserved = http.until("the wallet to know the counsellor", () -> {
                Http.Answer answer = http.post(
                        Part.WALLET,
                        "/wallet/v1/me/bookings",
                        token,
                        Http.json(Map.of("counsellorId", block.counsellorId())));
                return answer.status() == 422 ? Optional.empty() : Optional.of(answer.expect(201));
            });
            String booking = Http.text(reserved, "booking");
            demand(reserved, "coPaymentCents", block.coPaymentCents());
            JsonNode awaiting = bookingIn("AWAITING_PAYMENT", booking, token);
            Http.Answer pressed = http.form(Http.text(awaiting, "checkoutUrl"), Map.of("action", "pay"));
            if (pressed.status() >= 400) {
                pressed.expect(200);
            }
            JsonNode booked = bookingIn("BOOKED", booking, token);
            result[0] =
                    new Booked(block, booking, Http.text(booked, "code"), Instant.parse(Http.text(booked, "bookedAt")));
            return euro(block.coPaymentCents()) + " euro paid online, booked";
        });
        return result[0];
    }

    private JsonNode bookingIn(String status, String booking, String token) {
        return http.until(
                "booking " + booking + " in status " + status,
                () -> Optional.of(http.get(Part.WALLET, "/wallet/v1/me/bookings/" + booking, token)
                                .expect(200))
                        .filter(one -> one.path("status").asText().equals(status)
                                && (!status.equals("AWAITING_PAYMENT") || one.hasNonNull("checkoutUrl"))));
    }

    private void budgetShowsCommitment(Person officer, long before) {
        step("the government's share is committed", () -> {
            long wanted = 2 * LIABLE_CENTS - HIGH_SKILLED_CENTS - LOW_SKILLED_CENTS;
            http.until(
                    "the budget to show " + euro(wanted) + " euro more committed",
                    () -> committed(officer) - before >= wanted ? Optional.of(true) : Optional.empty());
            return euro(wanted) + " euro more of the year's budget: the most that the two blocks can cost";
        });
    }

    /** In cents; a budget that nobody used yet has nothing committed. */
    private long committed(Person officer) {
        int year = LocalDate.ofInstant(http.now(), BRUSSELS).getYear();
        Http.Answer answer =
                http.get(Part.PAYOUT, "/payout/v1/budgets/" + year, http.token(officer.persona(), "officer"));
        return answer.status() == 404 ? 0 : cents(answer.expect(200), "committedCents");
    }

    private void deliversGuidance(Booked booked, List<Instant> starts) {
        Block block = booked.block();
        String counsellor = http.token(block.counsellor().persona(), "counsellor");
        String citizen = http.token(block.citizen().persona(), "citizen");
        step(
                block.counsellor().name() + " registers two sessions of an hour, "
                        + block.citizen().first() + " confirms them",
                () -> {
                    for (Instant start : starts) {
                        Map<String, Object> session = Map.of(
                                "code", booked.code(),
                                "startedAt", start.toString(),
                                "endedAt", start.plus(1, ChronoUnit.HOURS).toString(),
                                "mode", "FACE_TO_FACE",
                                "themes", List.of("JOB_TARGET", "QUALITIES"));
                        // the code is known as soon as the booking's message has arrived
                        JsonNode registered = http.until("the code of the booking to be known", () -> {
                            Http.Answer answer = http.post(
                                    Part.SESSION_CLAIMS, "/session-claims/v1/sessions", counsellor, Http.json(session));
                            return answer.status() == 404 ? Optional.empty() : Optional.of(answer.expect(201));
                        });
                        Http.Answer confirmed = http.post(
                                Part.SESSION_CLAIMS,
                                "/session-claims/v1/me/sessions/" + Http.text(registered, "session") + "/confirmation",
                                citizen,
                                "{}");
                        if (confirmed.status() / 100 != 2) {
                            confirmed.expect(200);
                        }
                    }
                    http.until(
                            "the claim of the full block",
                            () -> http.get(Part.SESSION_CLAIMS, "/session-claims/v1/claims", counsellor)
                                            .expect(200)
                                            .toString()
                                            .contains(booked.booking())
                                    ? Optional.of(true)
                                    : Optional.empty());
                    return "the full block is claimed by itself";
                });
    }

    private JsonNode isPaid(Booked booked, PayoutMessages payouts) {
        Block block = booked.block();
        JsonNode[] result = new JsonNode[1];
        step(block.counsellor().name() + " is paid", () -> {
            JsonNode approved = http.until(
                    "PayoutApproved in Kafka",
                    () -> payouts.find(
                            PayoutMessages.APPROVED,
                            data -> data.path("booking").asText().equals(booked.booking())));
            demand(approved, "totalCents", block.payoutCents());
            demand(approved, "coPaymentCents", block.coPaymentCents());
            demand(approved, "governmentShareCents", block.payoutCents() - block.coPaymentCents());
            String payout = Http.text(approved, "payout");
            JsonNode paid = http.until(
                    "PayoutPaid in Kafka",
                    () -> payouts.find(
                            PayoutMessages.PAID,
                            data -> data.path("payout").asText().equals(payout)));
            demand(paid, "amountCents", block.payoutCents());
            result[0] = paid;
            return euro(block.payoutCents()) + " euro approved, sent to the bank and paid: PayoutPaid is in Kafka";
        });
        return result[0];
    }

    /** The finance system has read as far as we have; after a start on surviving data it may need a moment. */
    private JsonNode financeAgreesWith(PayoutMessages payouts) {
        return http.until("the finance system to have read the topic", () -> {
            payouts.poll();
            return Optional.of(http.get(Part.OUTSIDE_WORLD, "/finance/totals", null)
                            .expect(200))
                    .filter(totals -> totals.path("approvedCents").asLong() == payouts.approvedCents()
                            && totals.path("paidCents").asLong() == payouts.paidCents());
        });
    }

    private void financeRoseBy(JsonNode before, PayoutMessages payouts, long cents) {
        step("the finance system has received it", () -> {
            JsonNode after = financeAgreesWith(payouts);
            for (String total : List.of("approvedCents", "sentCents", "paidCents")) {
                if (after.path(total).asLong() - before.path(total).asLong() < cents) {
                    throw new Trouble(total + " rose by less than " + cents + ": from " + before + " to " + after);
                }
            }
            return euro(cents) + " euro more approved, sent and paid, as in Kafka";
        });
    }

    /** Domain 7: received co-payments + government share = paid + payable. */
    private String ledgerBalances(Person officer) {
        JsonNode ledger = http.get(Part.PAYOUT, "/payout/v1/ledger", http.token(officer.persona(), "officer"))
                .expect(200);
        long coPayment = cents(ledger, "coPaymentCents");
        long share = cents(ledger, "governmentShareCents");
        long paid = cents(ledger, "paidCents");
        long payable = cents(ledger, "payableCents");
        if (coPayment + share != paid + payable) {
            throw new Trouble("The two sides differ: " + ledger);
        }
        return "co-payments " + euro(coPayment) + " + government " + euro(share) + " = paid " + euro(paid)
                + " + payable " + euro(payable);
    }

    private void outcome(Booked booked, JsonNode paid) {
        screen.line(String.format(
                Locale.ROOT,
                "  %-22s %14s %16s %20s %12d",
                booked.block().citizen().name(),
                euro(paid.path("coPaymentCents").asLong()),
                euro(paid.path("amountCents").asLong()),
                euro(paid.path("governmentShareCents").asLong()),
                4));
    }

    private void step(String what, Supplier<String> action) {
        long begin = System.nanoTime();
        try {
            String result = action.get();
            screen.line(
                    String.format(Locale.ROOT, "  ✓ %5.1f s  %s: %s", (System.nanoTime() - begin) / 1e9, what, result));
        } catch (Trouble trouble) {
            screen.line(String.format(Locale.ROOT, "  ✗ %5.1f s  %s", (System.nanoTime() - begin) / 1e9, what));
            throw trouble;
        }
    }

    private static void demand(JsonNode node, String field, Object value) {
        if (!node.path(field).asText().equals(String.valueOf(value))) {
            throw new Trouble("'" + field + "' should be " + value + " in " + node);
        }
    }

    private static long cents(JsonNode node, String field) {
        if (!node.path(field).isIntegralNumber()) {
            throw new Trouble("The answer has no amount '" + field + "': " + node);
        }
        return node.path(field).asLong();
    }

    private static String euro(long cents) {
        return String.format(Locale.ROOT, "%,d.%02d", cents / 100, Math.abs(cents % 100));
    }

    @Override
    public void close() {
        http.close();
    }
}
