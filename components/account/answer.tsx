import { Notice } from "@/components/ui/notice";
import { answerOf } from "./answers";

/** What became of the form the visitor has just sent, where the address says so (`?said=kept`). */
export function Answer({ said }: { said: unknown }) {
  const answer = answerOf(said);
  if (!answer) return null;
  return (
    <div className="mb-10">
      <Notice tone={answer.tone} title={answer.title} announce>
        {answer.text}
      </Notice>
    </div>
  );
}
