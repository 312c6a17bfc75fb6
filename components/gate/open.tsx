import type { ReactNode } from "react";
import type { FeatureKey } from "@/billing.config";
import { visitorAccess } from "@/lib/billing/gate/visitor-access";

type OpenProps = {
  feature: FeatureKey;
  /** What stands there for those to whom it is closed; nothing if left out. */
  otherwise?: ReactNode;
  /** A function, so that what it draws isn't even made for them. */
  children: () => ReactNode;
};

/** A part of a page that only those see to whom the feature is open. On the server; nothing of it is sent to others. */
export async function Open({ feature, otherwise = null, children }: OpenProps) {
  const { access } = await visitorAccess();
  return access.can(feature) ? children() : otherwise;
}
