CREATE TABLE "item_purchases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"product" text NOT NULL,
	"price_id" text NOT NULL,
	"features" text[] NOT NULL,
	"stripe_payment_intent_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "item_purchases_stripe_payment_intent_id_unique" UNIQUE("stripe_payment_intent_id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "usage_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meter" text NOT NULL,
	"customer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"value" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"first_sent_at" timestamp with time zone,
	"reported_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refusal" text
);
--> statement-breakpoint
CREATE TABLE "usage_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"meter" text NOT NULL,
	"customer" text,
	"at" timestamp with time zone NOT NULL,
	"count" bigint NOT NULL,
	"taken" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "usage_counts_one_a_minute" UNIQUE NULLS NOT DISTINCT("key_id","meter","customer","at")
);
--> statement-breakpoint
DROP VIEW "public"."user_subscriptions";--> statement-breakpoint
DROP VIEW "stripe"."subscription_items";--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "purchase_id" uuid;--> statement-breakpoint
ALTER TABLE "item_purchases" ADD CONSTRAINT "item_purchases_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_counts" ADD CONSTRAINT "usage_counts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_counts" ADD CONSTRAINT "usage_counts_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "item_purchases_one_a_person" ON "item_purchases" USING btree ("user_id","product") WHERE "item_purchases"."released_at" is null;--> statement-breakpoint
CREATE INDEX "api_keys_user" ON "api_keys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "usage_batches_to_report" ON "usage_batches" USING btree ("at") WHERE "usage_batches"."reported_at" is null and "usage_batches"."refused_at" is null;--> statement-breakpoint
CREATE INDEX "usage_batches_customer" ON "usage_batches" USING btree ("customer","meter","at");--> statement-breakpoint
CREATE INDEX "usage_counts_user" ON "usage_counts" USING btree ("user_id","meter","at");--> statement-breakpoint
CREATE INDEX "usage_counts_to_take" ON "usage_counts" USING btree ("id") WHERE "usage_counts"."count" > "usage_counts"."taken" and "usage_counts"."customer" is not null;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_purchase_id_item_purchases_id_fk" FOREIGN KEY ("purchase_id") REFERENCES "public"."item_purchases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_once_a_purchase" UNIQUE("purchase_id","feature");--> statement-breakpoint
CREATE VIEW "public"."user_subscriptions" AS (
  select s.id, b.user_id, s.customer,
    case when c.deleted_at is not null then 'canceled' else s.status end as status,
    i.item #>> '{price,id}' as price, i.item #>> '{price,product}' as product,
    to_timestamp((i.item ->> 'current_period_start')::double precision) as current_period_start,
    to_timestamp((i.item ->> 'current_period_end')::double precision) as current_period_end,
    s.cancel_at_period_end, s.created as created_at
  from stripe.subscriptions s
  join public.billing_customers b on b.stripe_customer_id = s.customer
  left join stripe.customers c on c.id = s.customer
  left join lateral (
    select jsonb_path_query_first(s.data, '$.items.data[*] ? (!(@.price.recurring.usage_type == "metered"))') as item
  ) i on true
  where s.deleted_at is null);--> statement-breakpoint
CREATE VIEW "stripe"."subscription_items" AS (
    select i ->> 'id' as id, s.id as subscription, s.customer, i #>> '{price,id}' as price,
      i #>> '{price,product}' as product, (i ->> 'quantity')::bigint as quantity,
      coalesce(i #>> '{price,recurring,usage_type}', '') = 'metered' as metered,
      to_timestamp((i ->> 'current_period_start')::double precision) as current_period_start,
      to_timestamp((i ->> 'current_period_end')::double precision) as current_period_end
    from stripe.subscriptions s cross join lateral jsonb_array_elements(s.data #> '{items,data}') i
    where s.deleted_at is null);