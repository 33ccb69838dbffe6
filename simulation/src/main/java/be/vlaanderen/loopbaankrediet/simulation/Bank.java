package be.vlaanderen.loopbaankrediet.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bank: the truth about what counsellors got, and its files of answers. */
final class Bank {

    record Payment(String endToEndId, long amountCents) {}

    /** What stands in a file of the bank. */
    sealed interface Answer {}

    record Booked(String endToEndId, long amountCents) implements Answer {}

    record Rejected(String endToEndId, String reason) implements Answer {}

    record FileRejected(String file, String reason) implements Answer {}

    /** @param entry the bank's own name for it, the same in each file */
    record Credited(long reference, UUID entry, long amountCents) implements Answer {}

    private final World world;
    private final Map<String, List<Payment>> files = new LinkedHashMap<>();
    private final List<Payment> open = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Long> booked = new LinkedHashMap<>();
    private final List<Credited> credits = new ArrayList<>();
    private final List<String> returned = new ArrayList<>();

    Bank(World world) {
        this.world = world;
    }

    /** False when the bank surely did not take the file; the same file again is one file. */
    boolean send(String file, List<Payment> payments) {
        if (world.happens(Fault.BANK_REFUSED_FILE, 10)) {
            return false;
        }
        if (world.happens(Fault.BANK_SILENT, 10)) {
            throw new Silent("bank");
        }
        if (files.putIfAbsent(file, List.copyOf(payments)) == null) {
            open.addAll(payments);
        }
        if (world.happens(Fault.BANK_SILENT_BUT_TOOK_IT, 15)) {
            throw new Silent("bank");
        }
        return true;
    }

    boolean has(String file) {
        return files.containsKey(file);
    }

    int unanswered() {
        return open.size();
    }

    /** Executes or rejects one payment and tells so. */
    void execute(int which) {
        Payment payment = open.remove(which);
        if (world.happens(Fault.BANK_REJECTED, 20)) {
            tell(new Rejected(payment.endToEndId(), "AC04"));
            return;
        }
        booked.merge(payment.endToEndId(), payment.amountCents(), Long::sum);
        if (world.happens(Fault.BANK_ANSWER_WRONG, 5)) {
            answers.add(new Booked(payment.endToEndId(), payment.amountCents() + 1));
            answers.add(new Booked("0".repeat(32), payment.amountCents()));
        }
        tell(new Booked(payment.endToEndId(), payment.amountCents()));
        if (world.happens(Fault.BANK_RETURNED_LATER, 3)) {
            returned.add(payment.endToEndId());
            answers.add(new Rejected(payment.endToEndId(), "AC04"));
        }
    }

    /** Takes back a file of which it executed nothing yet; false when there is none. */
    boolean rejectFile() {
        List<String> untouched = files.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty() && open.containsAll(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        String file = world.anyOrNone(untouched);
        if (file == null) {
            return false;
        }
        world.count(Fault.BANK_REJECTED_FILE);
        open.removeAll(files.getOrDefault(file, List.of()));
        tell(new FileRejected(file, "AM05"));
        return true;
    }

    /** A counsellor pays into government's account. */
    void receive(long reference, long amountCents) {
        Credited credited = new Credited(reference, world.uuid(), amountCents);
        credits.add(credited);
        tell(credited);
    }

    List<Credited> credits() {
        return credits;
    }

    private void tell(Answer answer) {
        answers.add(answer);
        if (world.happens(Fault.BANK_ANSWER_TWICE, 20)) {
            answers.add(answer);
        }
    }

    /** Files of answers, numbered from 0. */
    List<Answer> answers() {
        return answers;
    }

    /** Cents that left the account, by end-to-end id. */
    Map<String, Long> booked() {
        return booked;
    }

    /** What came back days after it was booked; a person looks at it. */
    List<String> returned() {
        return returned;
    }
}
