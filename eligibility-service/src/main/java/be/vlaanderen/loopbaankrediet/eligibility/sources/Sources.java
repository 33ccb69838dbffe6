package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.cheques.ChequeStore;
import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.SourceAsked;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Education;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Work;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks all sources about one citizen, at the same time. */
@Singleton
public class Sources {

    /** More employers at once than anybody has. */
    private static final int EMPLOYERS = 10;

    private final Magda magda;
    private final Vdab vdab;
    private final ChequeStore imported;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    Sources(Magda magda, Vdab vdab, ChequeStore imported, Clock clock) {
        this.magda = magda;
        this.vdab = vdab;
        this.imported = imported;
        this.clock = clock;
    }

    /**
     * @param asked in the order in which a citizen reads them
     * @param employers enterprise numbers, of the day of the request; one can be that of a person, so they never leave this service
     */
    public record Answers(Facts facts, List<SourceAsked> asked, List<String> employers) {}

    /**
     * What the sources say about the day of the request.
     *
     * @throws SourceSilent when one of them does not answer; nothing is known then
     */
    public Answers ask(Ssin ssin, LocalDate on) throws SourceSilent {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Future<List<Work>> relations = threads.submit(() -> magda.workRelations(ssin, on));
        Future<List<Work>> selfEmployment = threads.submit(() -> magda.selfEmployment(ssin, on));
        Future<Education> education = threads.submit(() -> magda.education(ssin));
        Future<Region> region = threads.submit(() -> magda.region(ssin));
        Future<Integer> chequesUsed = threads.submit(() -> chequesUsed(ssin));
        Future<Boolean> outplacement = threads.submit(() -> vdab.outplacement(ssin, on));

        List<Work> employed = get(Source.WORK_RELATIONS, relations);
        List<Work> own = get(Source.SELF_EMPLOYMENT, selfEmployment);
        List<Work> work = Stream.concat(employed.stream(), own.stream()).toList();
        Region lives = get(Source.PERSON, region);
        // only asked about who lives elsewhere in the EEA (BVR)
        List<String> enterprises = lives.elsewhereInEea() ? enterprisesOf(work, on) : List.of();
        Facts facts = new Facts(
                lives,
                anyInFlandersOrBrussels(enterprises, on),
                get(Source.DIPLOMAS, education).level(),
                get(Source.DIPLOMAS, education).recognised(),
                get(Source.USED_CHEQUES, chequesUsed),
                get(Source.OUTPLACEMENT, outplacement),
                work.stream().map(Work::period).toList());
        List<SourceAsked> asked = new ArrayList<>();
        for (Source source : Source.values()) {
            if (source != Source.ENTERPRISES || !enterprises.isEmpty()) {
                asked.add(new SourceAsked(source, at));
            }
        }
        return new Answers(facts, List.copyOf(asked), employers(employed, own, on));
    }

    /** D-50: who employs the person on that day; never the person's own enterprise. */
    static List<String> employers(List<Work> employed, List<Work> own, LocalDate on) {
        Set<String> ownEnterprises = own.stream()
                .flatMap(each -> Stream.ofNullable(each.enterprise()))
                .collect(Collectors.toSet());
        return enterprisesOf(
                employed.stream()
                        .filter(each -> !ownEnterprises.contains(each.enterprise()))
                        .toList(),
                on);
    }

    /** CN 2.5.1: what VDAB says now, and what its imported history says; a cheque that either knows was used. */
    private int chequesUsed(Ssin ssin) throws SourceSilent {
        return Math.max(vdab.chequesUsed(ssin), imported.used(ssin));
    }

    /** Where the person works on that day. */
    private static List<String> enterprisesOf(List<Work> work, LocalDate on) {
        return work.stream()
                .filter(each -> !each.period().cancelled() && each.period().covers(on))
                .flatMap(each -> Stream.ofNullable(each.enterprise()))
                .distinct()
                .limit(EMPLOYERS)
                .toList();
    }

    private boolean anyInFlandersOrBrussels(List<String> enterprises, LocalDate on) throws SourceSilent {
        List<Future<Boolean>> answers = enterprises.stream()
                .map(enterprise -> threads.submit(() -> magda.enterpriseInFlandersOrBrussels(enterprise, on)))
                .toList();
        boolean any = false;
        for (Future<Boolean> answer : answers) {
            any |= get(Source.ENTERPRISES, answer);
        }
        return any;
    }

    private static <T> T get(Source source, Future<T> answer) throws SourceSilent {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SourceSilent silent) {
                throw silent;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceSilent(source, "interrupted");
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
