"use server";

import { eq, sql } from "drizzle-orm";
import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { currentUser, endSession } from "./session";

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect("/");
}

/** Signs the person out of every browser they are signed in with, this one included. */
export async function signOutEverywhere(): Promise<void> {
  const user = await currentUser();
  if (user) {
    await db
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, user.id));
  }
  await endSession();
  redirect("/");
}
