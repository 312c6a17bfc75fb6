import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type AnswerKey, type Ended, keyOf } from "@/components/account/answers";

/** Ends an action: every page is to be drawn anew, and the one at `path` says what became of it. */
export function answer(said: AnswerKey | Ended, path = "/account"): never {
  revalidatePath("/", "layout");
  redirect(`${path}?said=${keyOf(said)}`);
}
