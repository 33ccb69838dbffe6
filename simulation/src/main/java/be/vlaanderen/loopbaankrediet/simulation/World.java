package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything of one history: the clock, the services, what is outside, and what goes wrong. No threads, no other source of chance. */
final class World {

    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final int MOST_DELIVERIES = 20_000;

    /** Government's share of two hours at the high price, with VAT. */
    private static final long A_BLOCK_CENTS = 16_780;

    private final Set<Guard> off;
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final @Nullable List<String> story;
    private final List<Service> services = new ArrayList<>();
    private final List<UUID> citizens = new ArrayList<>();
    private final List<UUID> counsellors = new ArrayList<>();
    private final List<UUID> sponsors = new ArrayList<>();
    private final List<Service.Asked> asked = new ArrayList<>();
    private final Promises promises;
    private Instant now;
    private SplittableRandom random;
    private boolean calm;
    private long budgetCents = 1_000_000;
    private boolean tight;
    private @Nullable Integer quotaBlocks;
    private long fourEyesAboveCents = 20_000;
    private String bookingKey = "";

    final Magda magda;
    final PaymentProvider provider;
    final Bank bank;
    final Eligibility eligibility;
    final Wallets wallets;
    final Registry registry;
    final SessionClaims sessionClaims;
    final Payouts payouts;

    World(Instant begin, Set<Guard> off, @Nullable List<String> story) {
        this.now = begin;
        this.off = off;
        this.story = story;
        this.random = new SplittableRandom(0);
        this.promises = new Promises(this);
        this.magda = new Magda(this);
        this.provider = new PaymentProvider(this);
        this.bank = new Bank(this);
        this.eligibility = new Eligibility(this, magda);
        this.wallets = new Wallets(this, provider);
        this.registry = new Registry(this);
        this.sessionClaims = new SessionClaims(this);
        this.payouts = new Payouts(this, bank);
        services.addAll(List.of(eligibility, wallets, registry, sessionClaims, payouts));
    }

    void setUp(long yearsBudgetCents, @Nullable Integer blocksAMonth, long fourEyesCents) {
        budgetCents = yearsBudgetCents;
        quotaBlocks = blocksAMonth;
        fourEyesAboveCents = fourEyesCents;
    }

    /** Years are full, but for some cents, with whole blocks, while prices fall: who is owed more has to wait. */
    void tighten(int blocks, long centsMore) {
        budgetCents = blocks * A_BLOCK_CENTS + centsMore;
        tight = true;
    }

    boolean isTight() {
        return tight;
    }

    boolean guarded(Guard guard) {
        return !off.contains(guard);
    }

    Instant now() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    /** Each step has its own chance, so that leaving one out changes nothing in the others. */
    void begins(long seed, boolean withoutFaults) {
        random = new SplittableRandom(seed);
        calm = withoutFaults;
        passes(A_MOMENT);
    }

    SplittableRandom random() {
        return random;
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> @Nullable T anyOrNone(List<T> list) {
        return list.isEmpty() ? null : any(list);
    }

    boolean happens(Fault fault, int percent) {
        if (calm || random.nextInt(100) >= percent) {
            return false;
        }
        count(fault);
        return true;
    }

    void mayStop() {
        if (happens(Fault.STOPPED_BETWEEN_EFFECT_AND_NOTE, 5)) {
            throw new Stopped();
        }
    }

    void count(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    Map<Fault, Long> faults() {
        return faults;
    }

    /** Of all events that are stored. */
    Set<Class<?>> kindsOfEvents() {
        Set<Class<?>> kinds = new HashSet<>();
        services.forEach(service ->
                service.store.log().forEach(stored -> kinds.add(stored.payload().getClass())));
        return kinds;
    }

    void tell(String line) {
        if (story != null) {
            story.add(line);
        }
    }

    boolean isTold() {
        return story != null;
    }

    Promises promises() {
        return promises;
    }

    List<Service> services() {
        return services;
    }

    List<UUID> citizens() {
        return citizens;
    }

    List<UUID> counsellors() {
        return counsellors;
    }

    List<UUID> sponsors() {
        return sponsors;
    }

    long budgetCents() {
        return budgetCents;
    }

    @Nullable Integer quotaBlocks() {
        return quotaBlocks;
    }

    long fourEyesAboveCents() {
        return fourEyesAboveCents;
    }

    /** With which key the citizen asks now. */
    String bookingKey() {
        return bookingKey;
    }

    void asksWith(String key) {
        bookingKey = key;
    }

    void remembers(Service.Asked request) {
        asked.add(request);
    }

    /** What was accepted makes nothing when it comes again, however late. */
    boolean repeatsWhatWasAsked() {
        Service.Asked before = anyOrNone(asked);
        if (before == null) {
            return false;
        }
        count(Fault.REQUEST_REPEATED_LATE);
        List<StoredEvent> log = before.store().log();
        int stored = log.size();
        boolean done = before.request().getAsBoolean();
        promises.repeated(log, stored, before.done());
        return done;
    }

    // The bus

    /** Lanes with something in them. */
    private List<Lane> waiting() {
        List<Lane> waiting = new ArrayList<>();
        for (Service service : services) {
            for (Lane lane : service.lanes()) {
                if (lane.waits() && !lane.stalled) {
                    waiting.add(lane);
                }
            }
        }
        return waiting;
    }

    boolean isQuiet() {
        return services.stream().allMatch(service -> service.unsent() == 0)
                && waiting().isEmpty();
    }

    /** Some messages move, in any order between keys. */
    void moveSome(int most) {
        for (Service service : services) {
            for (int left = random.nextInt(most + 1); left > 0 && service.unsent() > 0; left--) {
                service.send();
            }
        }
        List<Lane> waiting = waiting();
        for (int i = 0; i < most && !waiting.isEmpty(); i++) {
            int which = random.nextInt(waiting.size());
            if (which > 0) {
                count(Fault.KEYS_REORDERED);
            }
            Lane lane = waiting.get(which);
            deliver(lane);
            if (!lane.waits() || lane.attempts > 0) {
                waiting.remove(which);
            }
        }
    }

    /** Everything moves until nothing does; what cannot be handled stays. */
    void moveAll() {
        services.forEach(Service::readsAll);
        moveWhatIsRead();
    }

    /** Everything but what a service does not read for a while. */
    void moveWhatIsRead() {
        boolean moved = true;
        for (int deliveries = 0; moved; ) {
            moved = false;
            for (Service service : services) {
                while (service.unsent() > 0) {
                    service.send();
                    moved = true;
                }
            }
            for (Lane lane : waiting()) {
                while (lane.waits()) {
                    int before = lane.handled();
                    int failures = lane.attempts;
                    deliver(lane);
                    if (lane.handled() == before) {
                        moved |= lane.attempts == failures; // dropped, or its reader stopped: it comes again
                        break;
                    }
                    moved = true;
                    if (++deliveries > MOST_DELIVERIES) {
                        throw new Violation("messages come to rest", "still moving after " + deliveries);
                    }
                }
            }
        }
    }

    /** What nobody could handle until now. */
    List<Lane> stuck() {
        return waiting();
    }

    private void deliver(Lane lane) {
        Lane.Letter letter = lane.head();
        passes(A_MOMENT);
        if (happens(Fault.MESSAGE_DROPPED_AND_SENT_AGAIN, 4)) {
            return;
        }
        boolean stopsBefore = happens(Fault.STOPPED_BEFORE_COMMIT, 2);
        boolean stopsAfter = !stopsBefore && happens(Fault.STOPPED_BEFORE_OFFSET, 3);
        try {
            if (lane.policy) {
                letter.what().run();
            } else {
                lane.reader.store.transaction(() -> {
                    if (!guarded(Guard.INBOX) || lane.reader.store.firstTime(letter.id())) {
                        letter.what().run();
                    }
                    if (stopsBefore) {
                        throw new Stopped();
                    }
                    return true;
                });
            }
            if (stopsAfter) {
                restart(lane.reader);
            } else {
                lane.done();
            }
        } catch (Stopped stopped) {
            restart(lane.reader);
        } catch (Violation broken) {
            throw broken;
        } catch (RuntimeException failure) {
            count(Fault.MESSAGE_NOT_YET_HANDLED);
            lane.attempts++;
            lane.cause = letter.name() + ": " + failure;
            if (!guarded(Guard.DEAD_LETTERS)) {
                lane.done();
            }
        }
    }

    /** A service stops, and comes back with what it stored. */
    void restart(Service service) {
        if (isTold()) {
            tell("    " + service.name() + " stops and starts again");
        }
        service.restart(random.nextInt(4));
    }

    void sweep(Service service, Service.Sweep sweep) {
        try {
            sweep.work().run();
        } catch (Stopped stopped) {
            restart(service);
        }
    }

    void sweepAll() {
        for (Service service : services) {
            for (Service.Sweep sweep : service.sweeps()) {
                sweep(service, sweep);
            }
        }
    }

    // Outside

    /** The payment provider tells what it has to tell by now. */
    void payNews(boolean all) {
        List<PaymentProvider.Notice> notices = provider.notices();
        for (PaymentProvider.Notice notice : List.copyOf(notices)) {
            if (!notice.notBefore().isAfter(now) && (all || random.nextInt(100) < 70)) {
                notices.remove(notice);
                boolean taken = wallets.take(
                        notice.payment().booking, notice.payment().id, notice.news(), notice.amountCents());
                if (isTold()) {
                    tell("    the payment provider tells " + notice.news() + " " + notice.amountCents()
                            + (taken ? "" : ", refused"));
                }
            }
        }
    }

    void bankWorks(int most) {
        for (int i = 0; i < most && bank.unanswered() > 0; i++) {
            bank.execute(random.nextInt(bank.unanswered()));
        }
    }
}
