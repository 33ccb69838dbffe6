package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What people do, and what the clock, the bus and the outside do, one step at a time. */
final class Actions {

    /** What is there now. A seed that once broke a promise stays that history by the edition in which it did. */
    static final int NEWEST = 5;

    private static final int WITH_DESKS = 2;
    private static final int WITH_PAST = 3;
    private static final int WITH_CLOCKS_AND_LISTS = 4;
    private static final int WITH_LATE_REPEATS = 5;

    private static final Duration PAGE_LIVES = Duration.ofDays(28);
    /** With a day until the next look, less than the seven after which a claim is refused (D-105). */
    private static final Duration LONGEST_STALL = Duration.ofDays(5);

    private record Action(String what, int weight, BooleanSupplier run) {}

    private final World world;
    private final Desks desks;
    private final List<Action> actions = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final int edition;
    private int weights;
    private int made;

    /** @param edition what is younger does not come up in this history */
    Actions(World world, int edition) {
        this.edition = edition;
        this.world = world;
        this.desks = new Desks(world);
        can("messages move", 28, () -> moves(12));
        can("a service does not read another's messages for a while", 2, this::stalls);
        can(
                "the clock moves some minutes",
                4,
                () -> passes(Duration.ofMinutes(world.random().nextInt(1, 5))));
        can(
                "an hour or two pass",
                5,
                () -> passes(Duration.ofMinutes(world.random().nextInt(40, 130))));
        can("a day passes", 7, () -> days(1));
        can("some days pass", 3, () -> days(world.random().nextInt(2, 8)));
        can("two weeks pass", 3, () -> days(14));
        can("it becomes next year", 1, this::nextYear);
        can("a service restarts", 2, () -> restart());
        can("the clockwork of a service runs", 4, this::sweepOne);
        can("the payment provider tells", 8, this::tells);
        can("the bank works", 8, this::bankWorks);
        can("a citizen asks for the right", 4, this::asks);
        can("MAGDA says something else", world.isTight() ? 3 : 1, this::corrected);
        can("an officer agrees with MAGDA", 1, this::reviewed);
        can("a citizen books", 9, this::books);
        can("a citizen books once more with the same key", 3, this::booksAgain);
        can("a citizen books twice at once", 2, this::booksTwice);
        can("a citizen pays", 12, () -> pays(News.PAID));
        can("a citizen turns back at the payment page", 1, () -> pays(News.CANCELLED));
        can("a citizen wants another payment page", 1, this::paysAnew);
        can("a citizen cancels", 3, this::cancels);
        can("a counsellor registers a session", 15, this::registers);
        can("a counsellor and a citizen go through the rest of a block", 6, this::finishesBlock);
        can("a counsellor registers what cannot be", 3, this::registersWrongly);
        can("two counsellors register with one code", 1, this::registersForAnother);
        can("a counsellor takes a session back", 2, this::withdraws);
        can("a counsellor claims", 4, this::claims);
        can("a citizen confirms", 10, this::confirms);
        can("a citizen disputes", 1, this::disputes);
        can("a complaint is founded", 1, desks::complains);
        can("a counsellor is to be suspended", 1, () -> desks.announced(Sanction.Kind.SUSPENSION));
        can("a counsellor is to be struck off", 1, () -> desks.announced(Sanction.Kind.WITHDRAWAL));
        can("an officer decides on a sanction", 2, desks::sanctioned);
        can("a counsellor is reinstated", 1, () -> world.registry.reinstate(any(world.counsellors())));
        can("a counsellor leaves", 1, desks::leaves);
        can("a counsellor's VAT regime changes", 1, desks::changesVat);
        can("an officer releases a file", 5, desks::releases);
        can("an officer holds a file", 1, desks::holds);
        can("an officer refuses a file", 1, desks::refuses);
        can("an officer pays again", 2, desks::paysAgain);
        can("an officer announces a clawback", 2, desks::clawsBack);
        can("a counsellor answers a clawback", 1, desks::answersClawback);
        can("an officer decides on a clawback", 2, desks::decidesClawback);
        can("an officer writes off", 1, desks::writesOff);
        can("a sponsor pays bills", 1, desks::paysBills);
        if (edition >= WITH_DESKS) {
            moreCan();
        }
    }

    private void moreCan() {
        can("an officer asks a clawback back", 2, desks::asksRepayment);
        can("an officer agrees instalments", 1, desks::agreesInstalments);
        can("a counsellor pays back", 3, desks::paysBack);
        can("an officer notes what was paid back", 1, desks::notesRepayment);
        can("the bank refuses a whole file", 1, () -> world.bank.rejectFile());
        can("a citizen sends evidence", 1, () -> world.eligibility.sendEvidence(any(world.citizens())));
        can("a citizen objects", 1, () -> world.eligibility.object(any(world.citizens())));
        can("an officer finds something else than the sources say", 2, desks::findsSomethingElse);
        can("an officer answers a proposal", 3, desks::answersProposal);
        can("a sponsor ends its agreement", 1, desks::sponsorEnds);
        can("a counsellor answers an announced sanction", 1, () -> world.registry.answer(any(world.counsellors())));
        can("a counsellor is warned", 1, () -> desks.announced(Sanction.Kind.WARNING));
        can("an officer draws dossiers", 1, desks::draws);
        can("an officer looks at a dossier", 2, desks::looksAtDossier);
        can("an officer closes a review", 1, desks::closesReview);
        can("counsellor and citizen agree what it is about", 2, this::agree);
        can("a plan is handed over", 2, this::plan);
        can("a citizen says how it was", 1, this::answersSurvey);
        can("a complaint is answered, and unfounded", 1, desks::complainsInVain);
        if (edition >= WITH_CLOCKS_AND_LISTS) {
            can("a counsellor has no account for a while, or again", 1, desks::losesOrFindsAccount);
            can("a counsellor registers with the key of another session", 1, this::registersWithUsedKey);
        }
        if (edition >= WITH_LATE_REPEATS) {
            can("something that was asked before is asked again", 4, world::repeatsWhatWasAsked);
        }
    }

    private void can(String what, int weight, BooleanSupplier run) {
        actions.add(new Action(what, weight, run));
        weights += weight;
    }

    /** A world to begin with: few people, so that they meet. */
    static void begin(World world) {
        world.setUp(
                world.random().nextBoolean()
                        ? 100_000L + world.random().nextInt(60_000)
                        : 20_000L * (1 + world.random().nextInt(6)),
                world.random().nextInt(4) == 0 ? 1 + world.random().nextInt(3) : null,
                world.random().nextBoolean() ? 20_000 : 1_000_000);
        if (world.random().nextInt(6) == 0) {
            world.payouts.stall(world.registry);
        }
        for (int i = world.random().nextInt(1, 3); i >= 0; i--) {
            UUID counsellor = world.uuid();
            world.counsellors().add(counsellor);
            world.registry.register(counsellor, world.random().nextBoolean());
        }
        for (int i = world.random().nextInt(1, 4); i >= 0; i--) {
            UUID citizen = world.uuid();
            world.citizens().add(citizen);
            EducationLevel[] levels = {EducationLevel.LOW, EducationLevel.HIGH, null};
            world.magda.knows(
                    citizen,
                    LocalDate.of(world.random().nextInt(10) == 0 ? 2024 : 2015, 3, 1),
                    levels[world.random().nextInt(3)],
                    world.random().nextInt(8) == 4 ? 1 : 0);
        }
        if (world.random().nextInt(3) == 0) {
            UUID sponsor = world.uuid();
            world.sponsors().add(sponsor);
            world.wallets.agree(
                    sponsor,
                    new int[] {33, 50, 100}[world.random().nextInt(3)],
                    2_000 + world.random().nextInt(20_000));
        }
        for (UUID citizen : world.citizens()) {
            if (world.random().nextInt(4) > 0) {
                world.eligibility.ask(citizen, "first");
            }
        }
        if (world.random().nextInt(5) > 0) {
            world.moveWhatIsRead();
        }
        world.passes(Duration.ofMinutes(1));
        // the last draw, and these three of eight: so the seeds that once broke a promise are what they were
        int drawn = world.random().nextInt(8);
        if (drawn >= 4 && drawn < 7) {
            world.tighten(world.random().nextInt(1, 4), world.random().nextInt(2_500));
        }
    }

    /**
     * In one history of three something was booked, delivered and paid before it begins: else what comes after that would come up too
     * seldom.
     */
    void past() {
        if (edition < WITH_PAST || world.random().nextInt(3) > 0) {
            return;
        }
        for (UUID citizen : world.citizens()) {
            book(citizen, "past", any(world.counsellors()));
        }
        world.moveAll();
        for (PaymentProvider.Payment payment : world.provider.payments()) {
            world.provider.answer(payment, News.PAID);
        }
        world.payNews(true);
        world.moveAll();
        for (int blocks = world.sessionClaims.opened().size(); blocks > 0; blocks--) {
            finishesBlock();
        }
        world.moveAll();
        world.sweepAll();
        for (UUID batch : world.payouts.files.batches()) {
            world.payouts.files.release(batch, "officer-1");
            world.payouts.files.release(batch, "officer-2");
        }
        world.sweepAll();
        world.bankWorks(Integer.MAX_VALUE);
        world.sweepAll();
        world.moveAll();
        desks.pastClawback();
    }

    /**
     * Clocks of services differ by less than two seconds, which is what clocks that are set by a server differ at most; and a sponsor pays so
     * much of each block for the people on its list.
     */
    void moreToBeginWith() {
        if (edition < WITH_CLOCKS_AND_LISTS) {
            return;
        }
        if (world.random().nextInt(4) == 0) {
            UUID sponsor = world.uuid();
            world.sponsors().add(sponsor);
            world.wallets.agreeForList(
                    sponsor,
                    500L * (1 + world.random().nextInt(10)),
                    3_000 + world.random().nextInt(20_000));
        }
        if (world.random().nextBoolean()) {
            world.services()
                    .forEach(service ->
                            service.goesAhead(Duration.ofMillis(world.random().nextInt(-2_000, 2_000))));
        }
    }

    /** One step; what it does follows from its own chance and from how things stand. */
    void step() {
        int drawn = world.random().nextInt(weights);
        for (Action action : actions) {
            drawn -= action.weight();
            if (drawn < 0) {
                perform(action);
                return;
            }
        }
    }

    private void perform(Action action) {
        if (world.isTold()) {
            world.tell(world.now() + "  " + action.what());
        }
        boolean done = action.run().getAsBoolean();
        if (!done && world.isTold()) {
            world.tell("    nothing comes of it");
        }
    }

    // Time, bus and outside

    private boolean moves(int most) {
        world.moveSome(most);
        return true;
    }

    private boolean stalls() {
        world.count(Fault.TOPIC_NOT_READ_FOR_A_WHILE);
        Service reader = world.random().nextBoolean() ? world.payouts : any(world.services());
        reader.stall(any(world.services()));
        return true;
    }

    private boolean passes(Duration time) {
        world.passes(time);
        return true;
    }

    /** Who does something once a second did it on each of these days; messages are late, but not for days. */
    private boolean days(int days) {
        int slice = days > 4 ? 3 : 1;
        for (int day = 0; day < days; day += slice) {
            Instant longest = world.now().minus(LONGEST_STALL);
            if (days > 3
                    || world.random().nextInt(4) == 0
                    || world.services().stream().anyMatch(service -> service.stallsSince(longest))) {
                world.moveAll();
            } else {
                world.moveWhatIsRead(); // who does not read a topic may not do so for a day
            }
            world.passes(Duration.ofDays(slice).minusMinutes(world.random().nextInt(60)));
            world.sweepAll();
            world.moveSome(20);
        }
        return true;
    }

    private boolean nextYear() {
        world.moveAll();
        int year = Days.of(world.now()).getYear() + 1;
        if (year > 2029) {
            return false;
        }
        Instant target = Days.begin(LocalDate.of(year, 1, 1))
                .plus(Duration.ofHours(world.random().nextInt(48)));
        while (world.now().isBefore(target)) {
            Duration left = Duration.between(world.now(), target);
            world.passes(left.compareTo(Duration.ofDays(9)) < 0 ? left : Duration.ofDays(9));
            world.sweepAll();
            world.moveAll();
            world.payNews(true);
        }
        return true;
    }

    private boolean restart() {
        world.restart(any(world.services()));
        return true;
    }

    private boolean sweepOne() {
        Service service = any(world.services());
        for (Service.Sweep sweep : service.sweeps()) {
            world.sweep(service, sweep);
        }
        return true;
    }

    private boolean tells() {
        world.payNews(false);
        return true;
    }

    private boolean bankWorks() {
        world.payouts.sweeps().forEach(sweep -> world.sweep(world.payouts, sweep));
        world.bankWorks(3);
        world.payouts.sweeps().forEach(sweep -> world.sweep(world.payouts, sweep));
        return true;
    }

    // Citizens

    private boolean asks() {
        world.eligibility.ask(any(world.citizens()), "ask-" + world.random().nextInt(2));
        return true;
    }

    private boolean corrected() {
        UUID citizen = any(world.citizens());
        if (world.random().nextInt(3) == 0) {
            world.magda.usedChequeAfterAll(citizen);
        } else {
            world.magda.lowSkilledAfterAll(citizen);
        }
        try {
            return world.eligibility.askSourcesAgain(citizen);
        } catch (Silent silent) {
            return false;
        }
    }

    private boolean reviewed() {
        return world.eligibility.review(any(world.citizens()), "officer-1", world.uuid());
    }

    private boolean books() {
        String key = "key-" + made++;
        UUID citizen = any(world.citizens());
        keys.add(citizen + " " + key);
        return book(citizen, key, any(world.counsellors()));
    }

    private boolean booksAgain() {
        if (keys.isEmpty()) {
            return false;
        }
        world.count(Fault.REQUEST_REPEATED);
        String[] before = any(keys).split(" ", -1);
        return book(UUID.fromString(before[0]), before[1], any(world.counsellors()));
    }

    private boolean booksTwice() {
        world.count(Fault.REQUEST_REPEATED);
        String key = "key-" + made++;
        UUID citizen = any(world.citizens());
        UUID counsellor = any(world.counsellors());
        boolean first = book(citizen, key, counsellor);
        boolean second = book(citizen, key, counsellor);
        return first || second;
    }

    private boolean book(UUID citizen, String key, UUID counsellor) {
        UUID sponsor = world.sponsors().isEmpty() || world.random().nextBoolean() ? null : any(world.sponsors());
        world.asksWith(citizen + " " + key);
        return world.wallets.book(citizen, key, counsellor, sponsor)
                || (sponsor != null && world.wallets.book(citizen, key, counsellor, null));
    }

    private boolean pays(News news) {
        PaymentProvider.@Nullable Payment payment = anyOrNone(world.provider.payments().stream()
                .filter(each -> each.open && world.wallets.showed(each))
                .filter(each -> each.madeAt.plus(PAGE_LIVES).isAfter(world.now()))
                .toList());
        if (payment == null) {
            return false;
        }
        world.provider.answer(payment, news);
        return true;
    }

    private boolean paysAnew() {
        Booking booking = anyOrNone(world.wallets.bookings(BookingStatus.AWAITING_PAYMENT));
        return booking != null && world.wallets.restartPayment(booking.id());
    }

    private boolean cancels() {
        Booking booking = anyOrNone(world.wallets.bookings());
        return booking != null && world.wallets.cancel(booking.id());
    }

    private boolean agree() {
        BlockOpened block = anyOrNone(world.sessionClaims.opened());
        return block != null && world.sessionClaims.agree(block);
    }

    private boolean plan() {
        BlockOpened block = anyOrNone(world.sessionClaims.opened());
        return block != null && world.sessionClaims.plan(block);
    }

    private boolean answersSurvey() {
        BlockOpened block = anyOrNone(world.sessionClaims.opened());
        return block != null
                && world.sessionClaims.answerSurvey(block, 1 + world.random().nextInt(5));
    }

    // Counsellors

    private boolean registers() {
        BlockOpened block = anyOrNone(world.sessionClaims.opened().stream()
                .filter(each -> world.sessionClaims.block(each.booking()).halfHoursLeft() > 0)
                .toList());
        if (block == null) {
            return false;
        }
        int left = world.sessionClaims.block(block.booking()).halfHoursLeft();
        int halfHours = 1 + world.random().nextInt(Math.max(1, left));
        return register(
                block, halfHours, world.now().minusSeconds(60L * world.random().nextInt(2_000)));
    }

    private boolean finishesBlock() {
        BlockOpened block = anyOrNone(world.sessionClaims.opened().stream()
                .filter(each -> world.sessionClaims.block(each.booking()).halfHoursLeft() > 0)
                .toList());
        if (block == null) {
            return false;
        }
        world.passes(Duration.ofHours(3));
        boolean done =
                register(block, world.sessionClaims.block(block.booking()).halfHoursLeft(), world.sessionClaims.now());
        for (Session session : world.sessionClaims.block(block.booking()).sessions()) {
            done |= world.sessionClaims.confirm(session.id());
        }
        return done;
    }

    private boolean registersWrongly() {
        world.count(Fault.REQUEST_HOSTILE);
        BlockOpened block = anyOrNone(world.sessionClaims.opened());
        if (block == null) {
            return false;
        }
        return switch (world.random().nextInt(5)) {
            case 0 -> register(block, 5 + world.random().nextInt(4), world.now());
            case 1 -> register(block, 2, world.now().plus(1, ChronoUnit.HOURS));
            case 2 -> register(block, 2, world.now().minus(120, ChronoUnit.DAYS));
            case 3 -> register(block, 2, block.paidAt().plusSeconds(60));
            default -> overlapping(block);
        };
    }

    /** At the time of a session that this counsellor or citizen had with somebody else. */
    private boolean overlapping(BlockOpened block) {
        UUID other = anyOrNone(world.sessionClaims.sessions());
        Session known = other == null ? null : world.sessionClaims.session(other);
        return known != null && register(block, 1 + world.random().nextInt(4), known.endedAt());
    }

    /** At the same time, for another citizen or the same one: when keys are forgotten after a week, they may come again. */
    private boolean registersWithUsedKey() {
        UUID other = anyOrNone(world.sessionClaims.sessions());
        Session known = other == null ? null : world.sessionClaims.session(other);
        BlockOpened block = anyOrNone(world.sessionClaims.opened());
        if (known == null || block == null || made == 0) {
            return false;
        }
        world.count(Fault.REQUEST_HOSTILE);
        return world.sessionClaims.register(
                "session-" + world.random().nextInt(made),
                block.booking(),
                block.counsellor(),
                known.startedAt(),
                known.endedAt());
    }

    private boolean registersForAnother() {
        world.count(Fault.REQUEST_HOSTILE);
        BlockOpened block = anyOrNone(world.sessionClaims.opened());
        boolean any = false;
        if (block != null) {
            for (UUID counsellor : world.counsellors()) {
                any |= world.sessionClaims.register(
                        "shared-" + made++,
                        block.booking(),
                        counsellor,
                        world.now().minusSeconds(3_600),
                        world.now());
            }
        }
        return any;
    }

    private boolean register(BlockOpened block, int halfHours, Instant end) {
        String key = "session-" + made++;
        Instant start = end.minus(Duration.ofMinutes(30L * halfHours));
        boolean done = world.sessionClaims.register(key, block.booking(), block.counsellor(), start, end);
        if (world.random().nextInt(4) == 0) {
            world.count(Fault.REQUEST_REPEATED);
            done |= world.sessionClaims.register(key, block.booking(), block.counsellor(), start, end);
        }
        return done;
    }

    private boolean withdraws() {
        UUID session = anyOrNone(world.sessionClaims.sessions());
        return session != null && world.sessionClaims.withdraw(session);
    }

    private boolean claims() {
        BlockOpened block = anyOrNone(world.sessionClaims.opened());
        return block != null && world.sessionClaims.claim(block.booking());
    }

    private boolean confirms() {
        UUID session = anyOrNone(unanswered());
        return session != null && world.sessionClaims.confirm(session);
    }

    /** Sometimes one that was answered before. */
    private List<UUID> unanswered() {
        List<UUID> all = world.sessionClaims.sessions();
        return world.random().nextInt(6) == 0
                ? all
                : all.stream()
                        .filter(each -> {
                            Session known = world.sessionClaims.session(each);
                            return known != null && known.status() == Session.Status.REGISTERED;
                        })
                        .toList();
    }

    private boolean disputes() {
        UUID session = anyOrNone(unanswered());
        return session != null && world.sessionClaims.dispute(session);
    }

    private <T> T any(List<T> list) {
        return world.any(list);
    }

    private <T> @Nullable T anyOrNone(List<T> list) {
        return world.anyOrNone(list);
    }
}
